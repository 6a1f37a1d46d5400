# Source a470945db7d3 (5 records); mean and sample standard deviation over seeds in %; OOD: animal-mnist-test, brain-mri, mnist-5k-test, optdigits
# Draw it in this folder: gnuplot fashion-near-246-heatmap-far.gp
# As PNG: gnuplot -e "term='pngcairo'; out='fashion-near-246-heatmap-far.png'" fashion-near-246-heatmap-far.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='fashion-near-246-heatmap-far.svg'
if (term eq 'svg') {
  set terminal svg size 1018,198 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 2036,396 font 'sans,12' fontscale 2 \
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
set yrange [4.5:-0.5]
set multiplot
set title 'FPR95 id-nearest (%) ↓' offset 0,-0.7
set lmargin at screen 0.2534; set rmargin at screen 0.6071
set tmargin at screen 0.8384; set bmargin at screen 0.1818
set ytics ('zeroshot' 0, 'coop@small, 4 shots' 1, 'cocoop@small, 4 shots' 2, 'tip-adapter@small, 4 shots' 3, 'tip-adapter-f@small, 4 shots' 4)
plot 'fashion-near-246-heatmap-far.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'fashion-near-246-heatmap-far.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
set title 'AUROC (%) ↑' offset 0,-0.7
set lmargin at screen 0.6306; set rmargin at screen 0.9843
set tmargin at screen 0.8384; set bmargin at screen 0.1818
unset ytics
plot 'fashion-near-246-heatmap-far.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'fashion-near-246-heatmap-far.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
unset multiplot
