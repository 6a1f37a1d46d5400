# Source 07216db71fdd (42 records); mean and sample standard deviation over seeds in %; OOD: animal-mnist-test, brain-mri, mnist-5k-test, optdigits
# Draw it in this folder: gnuplot heatmap-far.gp
# As PNG: gnuplot -e "term='pngcairo'; out='heatmap-far.png'" heatmap-far.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='heatmap-far.svg'
if (term eq 'svg') {
  set terminal svg size 1138,432 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 2276,864 font 'sans,12' fontscale 2 \
    linewidth 2 pointscale 2 noenhanced background '#ffffff'
} else {
  set terminal @term
} }
set output out
set encoding utf8
set datafile separator ','
set datafile columnheaders
set datafile missing ''
unset key
unset colorbox
unset border
set tics scale 0
set xtics ('energy' 0, 'max-logit' 1, 'mcm' 2, 'msp' 3)
set palette defined (0 '#f4f8fc', 1 '#6baed6')
set xrange [-0.5:3.5]
set yrange [13.5:-0.5]
set multiplot
set title 'FPR95 id-nearest (%) ↓' offset 0,-0.7
set lmargin at screen 0.3322; set rmargin at screen 0.6485
set tmargin at screen 0.9259; set bmargin at screen 0.0833
set ytics ('coop@small, clean, 16 shots' 0, 'coop@small, weak-groups, 16 shots' 1, 'coop@small, weak-groups-foreign, 16 shots' 2, 'coop@small, weak-majority, 16 shots' 3, 'coop@small, weak-majority-foreign, 16 shots' 4, 'coop@small, weak-one-coin, 16 shots' 5, 'coop@small, weak-one-coin-foreign, 16 shots' 6, 'lora@small, clean, 16 shots' 7, 'lora@small, weak-groups, 16 shots' 8, 'lora@small, weak-groups-foreign, 16 shots' 9, 'lora@small, weak-majority, 16 shots' 10, 'lora@small, weak-majority-foreign, 16 shots' 11, 'lora@small, weak-one-coin, 16 shots' 12, 'lora@small, weak-one-coin-foreign, 16 shots' 13)
plot 'heatmap-far.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'heatmap-far.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
set title 'AUROC (%) ↑' offset 0,-0.7
set lmargin at screen 0.6696; set rmargin at screen 0.9859
set tmargin at screen 0.9259; set bmargin at screen 0.0833
unset ytics
plot 'heatmap-far.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'heatmap-far.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
unset multiplot
