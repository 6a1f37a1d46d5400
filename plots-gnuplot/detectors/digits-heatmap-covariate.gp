# Source 542d18e5c060 (6 records); mean and sample standard deviation over seeds in %; OOD: optdigits
# Draw it in this folder: gnuplot digits-heatmap-covariate.gp
# As PNG: gnuplot -e "term='pngcairo'; out='digits-heatmap-covariate.png'" digits-heatmap-covariate.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='digits-heatmap-covariate.svg'
if (term eq 'svg') {
  set terminal svg size 938,770 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 1876,1540 font 'sans,12' fontscale 2 \
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
set xtics ('zeroshot' 0, 'lora@small, 16 shots' 1)
set palette defined (0 '#f4f8fc', 1 '#6baed6')
set xrange [-0.5:1.5]
set yrange [26.5:-0.5]
set multiplot
set title 'FPR95 id-nearest (%) ↓' offset 0,-0.7
set lmargin at screen 0.1983; set rmargin at screen 0.5778
set tmargin at screen 0.9584; set bmargin at screen 0.0468
set ytics ('ash-p' 0, 'dice' 1, 'doctor' 2, 'energy' 3, 'entropy' 4, 'fdbd' 5, 'gen' 6, 'gl-mcm' 7, 'gradnorm' 8, 'kl-matching' 9, 'knn' 10, 'mahalanobis' 11, 'max-logit' 12, 'mcm' 13, 'msp' 14, 'nci' 15, 'neglabel' 16, 'nnguide' 17, 'odin' 18, 'react' 19, 'relation' 20, 'residual' 21, 'rmds' 22, 'she' 23, 'temperature-scaling' 24, 'variance' 25, 'vim' 26)
plot 'digits-heatmap-covariate.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'digits-heatmap-covariate.csv' using (strcol('metric') eq 'fpr95/id-nearest' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
set title 'AUROC (%) ↑' offset 0,-0.7
set lmargin at screen 0.6034; set rmargin at screen 0.9829
set tmargin at screen 0.9584; set bmargin at screen 0.0468
unset ytics
plot 'digits-heatmap-covariate.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(0.49):(0.48):(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'digits-heatmap-covariate.csv' using (strcol('metric') eq 'auroc' ? column('x') : NaN):(column('y')):(strcol('text')) with labels
unset multiplot
