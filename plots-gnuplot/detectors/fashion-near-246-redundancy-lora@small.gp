# 1fe8c84fd7bf, the mean over 3 records of method lora@small
# Draw it in this folder: gnuplot fashion-near-246-redundancy-lora@small.gp
# As PNG: gnuplot -e "term='pngcairo'; out='fashion-near-246-redundancy-lora@small.png'" fashion-near-246-redundancy-lora@small.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='fashion-near-246-redundancy-lora@small.svg'
if (term eq 'svg') {
  set terminal svg size 1375,877 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 2750,1754 font 'sans,12' fontscale 2 \
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
unset border
set tics scale 0 nomirror
set xtics rotate by 90 right ('mcm' 0, 'msp' 1, 'max-logit' 2, 'energy' 3, 'entropy' 4, 'variance' 5, 'gen' 6, 'doctor' 7, 'kl-matching' 8, 'odin' 9, 'gradnorm' 10, 'temperature-scaling' 11, 'mahalanobis' 12, 'rmds' 13, 'knn' 14, 'vim' 15, 'residual' 16, 'react' 17, 'ash-p' 18, 'dice' 19, 'she' 20, 'nnguide' 21, 'fdbd' 22, 'nci' 23, 'relation' 24, 'gl-mcm' 25)
set ytics ('msp' 1, 'max-logit' 2, 'energy' 3, 'entropy' 4, 'variance' 5, 'gen' 6, 'doctor' 7, 'kl-matching' 8, 'odin' 9, 'gradnorm' 10, 'temperature-scaling' 11, 'mahalanobis' 12, 'rmds' 13, 'knn' 14, 'vim' 15, 'residual' 16, 'react' 17, 'ash-p' 18, 'dice' 19, 'she' 20, 'nnguide' 21, 'fdbd' 22, 'nci' 23, 'relation' 24, 'gl-mcm' 25, 'neglabel' 26)
set xrange [-0.5:25.5]
set yrange [26.5:0.5]
set lmargin at screen 0.1360; set rmargin at screen 0.9302
set tmargin at screen 0.9544; set bmargin at screen 0.2132
set palette defined (-1 '#2166ac', -0.5 '#92c5de', 0 '#f7f7f7', 0.5 '#f4a582', 1 '#b2182b')
set cbrange [-1:1]
set cbtics ('-1' -1, '0' 0, '1' 1)
set colorbox user origin screen 0.9447,0.2132 size screen 0.0102,0.7412
set label 1 "Kendall's tau of the scores; framed: |tau| >= 0.999" at screen 0.9447,0.9795 right
plot 'fashion-near-246-redundancy-lora@small.csv' using (column('x')):(column('y')):(0.5):(0.5):(column('tau')) with boxxyerror fillstyle solid noborder fillcolor palette, \
     'fashion-near-246-redundancy-lora@small.csv' using (abs(column('tau')) < 0.7 ? column('x') : NaN):(column('y')):(strcol('text')) with labels font ',8' tc rgb '#000000', \
     'fashion-near-246-redundancy-lora@small.csv' using (abs(column('tau')) >= 0.7 ? column('x') : NaN):(column('y')):(strcol('text')) with labels font ',8' tc rgb '#ffffff', \
     'fashion-near-246-redundancy-lora@small.csv' using (strcol('tau') eq '' ? column('x') : NaN):(column('y')):(strcol('text')) with labels font ',8' tc rgb '#000000', \
     'fashion-near-246-redundancy-lora@small.csv' using (column('framed') == 1 ? column('x') : NaN):(column('y')):(0.44):(0.42) with boxxyerror lc rgb '#ffffff' lw 4 fillstyle empty, \
     'fashion-near-246-redundancy-lora@small.csv' using (column('framed') == 1 ? column('x') : NaN):(column('y')):(0.44):(0.42) with boxxyerror lc rgb '#000000' lw 2 fillstyle empty
