# Source 27d35b5cf0e5 (4 records); mean and sample standard deviation over seeds in %; OOD: optdigits
# Draw it in this folder: gnuplot heatmap-covariate.gp
# As PNG: gnuplot -e "term='pngcairo'; out='heatmap-covariate.png'" heatmap-covariate.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='heatmap-covariate.svg'
if (term eq 'svg') {
  set terminal svg size 946,172 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 1892,344 font 'sans,12' fontscale 2 \
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
set yrange [3.5:-0.5]
set multiplot
set title 'FPR95 id-nearest (%) ↓' offset 0,-0.7
set lmargin at screen 0.1966; set rmargin at screen 0.5772
set tmargin at screen 0.8140; set bmargin at screen 0.2093
set ytics ('zeroshot, 2 shots' 0, 'coop@small, 2 shots' 1, 'lora@small, 2 shots' 2, 'full@small, 2 shots' 3)
plot 'heatmap-covariate.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'heatmap-covariate.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
set title 'AUROC (%) ↑' offset 0,-0.7
set lmargin at screen 0.6025; set rmargin at screen 0.9831
set tmargin at screen 0.8140; set bmargin at screen 0.2093
unset ytics
plot 'heatmap-covariate.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'heatmap-covariate.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
unset multiplot
