# Source bebfe19497e5 (6 records); mean and sample standard deviation over seeds in %; OOD: emojione-near, noto-near
# Draw it in this folder: gnuplot heatmap-near.gp
# As PNG: gnuplot -e "term='pngcairo'; out='heatmap-near.png'" heatmap-near.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='heatmap-near.svg'
if (term eq 'svg') {
  set terminal svg size 1038,224 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 2076,448 font 'sans,12' fontscale 2 \
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
set xtics ('mcm' 0, 'rationale-gap' 1, 'value' 2)
set palette defined (0 '#f4f8fc', 1 '#6baed6')
set xrange [-0.5:2.5]
set yrange [5.5:-0.5]
set multiplot
set title 'FPR95 id-nearest (%) ↓' offset 0,-0.7
set lmargin at screen 0.2563; set rmargin at screen 0.6089
set tmargin at screen 0.8571; set bmargin at screen 0.1607
set ytics ('rmllm-free@small, 4 shots' 0, 'rmllm-value@small, 4 shots' 1, 'rarl@small, 4 shots' 2, 'gmai3@small, 4 shots' 3, 'one-stage-full@small, 4 shots' 4, 'icft@small, 4 shots' 5)
plot 'heatmap-near.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'heatmap-near.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
set title 'AUROC (%) ↑' offset 0,-0.7
set lmargin at screen 0.6320; set rmargin at screen 0.9846
set tmargin at screen 0.8571; set bmargin at screen 0.1607
unset ytics
plot 'heatmap-near.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'heatmap-near.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
unset multiplot
