# Source b6c8affda77e (6 records); mean and sample standard deviation over seeds in %; OOD: fashion-mnist-test-held-out
# Draw it in this folder: gnuplot fashion-near-246-shots-near.gp
# As PNG: gnuplot -e "term='pngcairo'; out='fashion-near-246-shots-near.png'" fashion-near-246-shots-near.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='fashion-near-246-shots-near.svg'
if (term eq 'svg') {
  set terminal svg size 1792,2528 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 3584,5056 font 'sans,12' fontscale 2 \
    linewidth 2 pointscale 2 noenhanced background '#ffffff'
} else {
  set terminal @term
} }
set output out
set encoding utf8
set datafile separator ','
set datafile columnheaders
set datafile missing ''
set style line 1 lc rgb '#0072B2' lw 1.6 dt 1 pt 7 ps 0.8
set style line 2 lc rgb '#D55E00' lw 1.6 dt 1 pt 5 ps 0.8
set border 3 lw 0.7
set tics nomirror scale 0.5
unset key
set grid lc rgb '#c8c8c8' lw 0.6 dt 3
set logscale x 2
set xtics (16)
set xrange [12.8:20]
set multiplot
set title 'ash-p' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [60:100]
plot '+' using 1:(98.400000):(98.400000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.400000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'dice' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [60:100]
plot '+' using 1:(96.959646):(98.107020) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     97.533333 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'doctor' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [60:100]
plot '+' using 1:(99.000000):(99.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.000000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'energy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [60:100]
plot '+' using 1:(93.000000):(93.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     93.000000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'entropy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [60:100]
plot '+' using 1:(98.800000):(98.800000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.800000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'fdbd' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [60:100]
plot '+' using 1:(90.585959):(92.880707) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     91.733333 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gen' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [60:100]
plot '+' using 1:(98.200000):(98.200000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.200000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gl-mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [60:100]
plot '+' using 1:(98.400000):(98.400000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.400000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gradnorm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [60:100]
plot '+' using 1:(98.600000):(98.600000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.600000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'kl-matching' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [60:100]
plot '+' using 1:(95.200000):(95.200000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     95.200000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'knn' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [60:100]
plot '+' using 1:(90.539469):(92.260531) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     91.400000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mahalanobis' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [60:100]
plot '+' using 1:(94.846490):(95.420177) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     95.133333 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'max-logit' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [60:100]
plot '+' using 1:(92.200000):(92.200000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     92.200000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [60:100]
plot '+' using 1:(98.800000):(98.800000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.800000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [60:100]
plot '+' using 1:(97.800000):(97.800000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     97.800000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nci' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [60:100]
plot '+' using 1:(93.400000):(93.400000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     93.400000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'neglabel' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [60:100]
plot '+' using 1:(93.400000):(93.400000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     93.400000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nnguide' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [60:100]
plot '+' using 1:(92.779823):(93.353510) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     93.066667 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'odin' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [60:100]
plot '+' using 1:(98.200000):(98.200000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.200000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'react' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [60:100]
plot '+' using 1:(95.179823):(95.753510) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     95.466667 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'relation' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [60:100]
plot '+' using 1:(80.325429):(84.341238) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     82.333333 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'residual' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [60:100]
plot '+' using 1:(92.525429):(96.541238) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     94.533333 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'rmds' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [60:100]
plot '+' using 1:(89.525429):(93.541238) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     91.533333 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'she' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [60:100]
plot '+' using 1:(93.006345):(94.993655) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     94.000000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'temperature-scaling' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [60:100]
plot '+' using 1:(98.000000):(98.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.000000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'variance' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [60:100]
plot '+' using 1:(98.800000):(98.800000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.800000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'vim' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [60:100]
plot '+' using 1:(93.574417):(95.092250) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     94.333333 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'ash-p' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [0:100]
plot '+' using 1:(34.738000):(34.738000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     34.738000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'dice' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [0:100]
plot '+' using 1:(51.255730):(53.947470) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     52.601600 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'doctor' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [0:100]
plot '+' using 1:(57.632400):(57.632400) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     57.632400 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'energy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [0:100]
plot '+' using 1:(45.057600):(45.057600) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     45.057600 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'entropy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [0:100]
plot '+' using 1:(58.694000):(58.694000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     58.694000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'fdbd' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [0:100]
plot '+' using 1:(69.779902):(72.131831) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     70.955867 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gen' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [0:100]
plot '+' using 1:(60.379200):(60.379200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     60.379200 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gl-mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [0:100]
plot '+' using 1:(59.954800):(59.954800) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     59.954800 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gradnorm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [0:100]
plot '+' using 1:(60.799200):(60.799200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     60.799200 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'kl-matching' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [0:100]
plot '+' using 1:(57.605200):(57.605200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     57.605200 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'knn' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [0:100]
plot '+' using 1:(56.005465):(61.439602) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     58.722533 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mahalanobis' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [0:100]
plot '+' using 1:(60.609545):(64.559522) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     62.584533 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'max-logit' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [0:100]
plot '+' using 1:(46.828600):(46.828600) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     46.828600 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [0:100]
plot '+' using 1:(60.505600):(60.505600) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     60.505600 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [0:100]
plot '+' using 1:(53.955200):(53.955200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     53.955200 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nci' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [0:100]
plot '+' using 1:(46.589380):(48.482353) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     47.535867 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'neglabel' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [0:100]
plot '+' using 1:(44.390800):(44.390800) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     44.390800 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nnguide' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [0:100]
plot '+' using 1:(45.694048):(46.871285) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     46.282667 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'odin' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [0:100]
plot '+' using 1:(61.760000):(61.760000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     61.760000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'react' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [0:100]
plot '+' using 1:(46.388848):(46.683152) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     46.536000 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'relation' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [0:100]
plot '+' using 1:(45.826131):(75.676003) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     60.751067 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'residual' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [0:100]
plot '+' using 1:(52.009824):(65.451776) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     58.730800 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'rmds' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [0:100]
plot '+' using 1:(60.769734):(72.716133) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     66.742933 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'she' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [0:100]
plot '+' using 1:(49.196668):(60.319866) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     54.758267 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'temperature-scaling' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [0:100]
plot '+' using 1:(52.853600):(52.853600) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     52.853600 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'variance' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [0:100]
plot '+' using 1:(62.703200):(62.703200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     62.703200 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'vim' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [0:100]
set arrow from screen 0.3493,0.0055 to screen 0.3650,0.0055 nohead ls 1 dt 2
set label 'zeroshot' at screen 0.3683,0.0055 left
set arrow from screen 0.4152,0.0055 to screen 0.4308,0.0055 nohead ls 2 dt 2
set label '' at screen 0.4230,0.0055 point ls 2
set label 'lora@small' at screen 0.4342,0.0055 left
set label 'bands: 95 % t-intervals over 3 seeds' at screen 0.4900,0.0055 left
plot '+' using 1:(50.862041):(63.454226) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     57.158133 with lines ls 1 dt 2 notitle, \
     'fashion-near-246-shots-near.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
unset multiplot
