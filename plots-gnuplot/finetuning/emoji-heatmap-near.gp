# Source 74bf1a932a66 (28 records); mean and sample standard deviation over seeds in %; OOD: emojione-near, noto-near
# Draw it in this folder: gnuplot emoji-heatmap-near.gp
# As PNG: gnuplot -e "term='pngcairo'; out='emoji-heatmap-near.png'" emoji-heatmap-near.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='emoji-heatmap-near.svg'
if (term eq 'svg') {
  set terminal svg size 906,328 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 1812,656 font 'sans,12' fontscale 2 \
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
set yrange [9.5:-0.5]
set multiplot
set title 'FPR95 id-nearest (%) ↓' offset 0,-0.7
set lmargin at screen 0.1611; set rmargin at screen 0.5585
set tmargin at screen 0.9024; set bmargin at screen 0.1098
set ytics ('zeroshot' 0, 'coop, 1 shot' 1, 'coop, 4 shots' 2, 'coop, 16 shots' 3, 'lora, 1 shot' 4, 'lora, 4 shots' 5, 'lora, 16 shots' 6, 'full, 1 shot' 7, 'full, 4 shots' 8, 'full, 16 shots' 9)
plot 'emoji-heatmap-near.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'emoji-heatmap-near.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
set title 'AUROC (%) ↑' offset 0,-0.7
set lmargin at screen 0.5850; set rmargin at screen 0.9823
set tmargin at screen 0.9024; set bmargin at screen 0.1098
unset ytics
plot 'emoji-heatmap-near.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'emoji-heatmap-near.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
unset multiplot
