# Source 542d18e5c060 (6 records); mean and sample standard deviation over seeds in %; OOD: optdigits
# Draw it in this folder: gnuplot digits-shots-covariate.gp
# As PNG: gnuplot -e "term='pngcairo'; out='digits-shots-covariate.png'" digits-shots-covariate.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='digits-shots-covariate.svg'
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
set yrange [0:100]
plot '+' using 1:(78.600000):(78.600000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     78.600000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'dice' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(58.208663):(61.791337) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     60.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'doctor' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'energy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(11.600000):(11.600000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     11.600000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'entropy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'fdbd' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.9866; set bmargin at screen 0.9074
set yrange [0:100]
plot '+' using 1:(3.016345):(5.516989) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     4.266667 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gen' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gl-mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gradnorm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'kl-matching' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(5.600000):(5.600000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     5.600000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'knn' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(0.000000):(0.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     0.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mahalanobis' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.8892; set bmargin at screen 0.8101
set yrange [0:100]
plot '+' using 1:(0.000000):(0.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     0.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'max-logit' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(3.400000):(3.400000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     3.400000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nci' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(4.800000):(4.800000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     4.800000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'neglabel' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(11.000000):(11.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     11.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nnguide' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.7919; set bmargin at screen 0.7128
set yrange [0:100]
plot '+' using 1:(4.032438):(6.100896) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     5.066667 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'odin' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'react' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(4.800000):(4.800000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     4.800000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'relation' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(0.646490):(1.220177) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     0.933333 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'residual' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(0.000000):(0.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     0.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'rmds' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(0.000000):(0.353510) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     0.066667 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'she' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.6946; set bmargin at screen 0.6155
set yrange [0:100]
plot '+' using 1:(0.000000):(0.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     0.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'temperature-scaling' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [0:100]
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'variance' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [0:100]
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'vim' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.5973; set bmargin at screen 0.5182
set yrange [0:100]
plot '+' using 1:(0.000000):(0.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     0.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'ash-p' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [0:100]
plot '+' using 1:(65.407600):(65.407600) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     65.407600 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'ash-p' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'dice' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [0:100]
plot '+' using 1:(82.378680):(83.746386) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     83.062533 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'dice' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'doctor' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [0:100]
plot '+' using 1:(13.734800):(13.734800) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     13.734800 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'doctor' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'energy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [0:100]
plot '+' using 1:(98.309200):(98.309200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.309200 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'entropy' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [0:100]
plot '+' using 1:(12.433600):(12.433600) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     12.433600 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'entropy' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'fdbd' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.5000; set bmargin at screen 0.4209
set yrange [0:100]
plot '+' using 1:(98.137750):(98.175317) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.156533 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'fdbd' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gen' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [0:100]
plot '+' using 1:(11.493600):(11.493600) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     11.493600 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gen' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gl-mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [0:100]
plot '+' using 1:(10.474800):(10.474800) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     10.474800 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gl-mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'gradnorm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [0:100]
plot '+' using 1:(13.613200):(13.613200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     13.613200 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'gradnorm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'kl-matching' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [0:100]
plot '+' using 1:(98.012800):(98.012800) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     98.012800 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'kl-matching' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'knn' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [0:100]
plot '+' using 1:(99.997006):(99.998994) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.998000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'knn' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mahalanobis' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.4027; set bmargin at screen 0.3236
set yrange [0:100]
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mahalanobis' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'max-logit' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [0:100]
plot '+' using 1:(99.197200):(99.197200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.197200 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [0:100]
plot '+' using 1:(13.972000):(13.972000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     13.972000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [0:100]
plot '+' using 1:(16.421200):(16.421200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     16.421200 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nci' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [0:100]
plot '+' using 1:(99.123735):(99.145865) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.134800 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nci' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'neglabel' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [0:100]
plot '+' using 1:(97.856200):(97.856200) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     97.856200 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'neglabel' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'nnguide' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.3054; set bmargin at screen 0.2263
set yrange [0:100]
plot '+' using 1:(99.082842):(99.256891) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.169867 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'nnguide' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'odin' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [0:100]
plot '+' using 1:(14.141600):(14.141600) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     14.141600 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'odin' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'react' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [0:100]
plot '+' using 1:(99.008833):(99.013834) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.011333 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'react' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'relation' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.3638; set rmargin at screen 0.5033; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [0:100]
plot '+' using 1:(99.510246):(99.672687) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.591467 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'relation' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'residual' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.5257; set rmargin at screen 0.6652; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [0:100]
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'residual' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'rmds' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.6875; set rmargin at screen 0.8270; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [0:100]
plot '+' using 1:(99.963390):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.992000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'rmds' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'she' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.8493; set rmargin at screen 0.9888; set tmargin at screen 0.2081; set bmargin at screen 0.1290
set yrange [0:100]
plot '+' using 1:(99.983519):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     99.993067 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'she' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'temperature-scaling' offset 0,-0.6
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.0402; set rmargin at screen 0.1797; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [0:100]
plot '+' using 1:(17.740000):(17.740000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     17.740000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'temperature-scaling' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
set title 'variance' offset 0,-0.6
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.2020; set rmargin at screen 0.3415; set tmargin at screen 0.1108; set bmargin at screen 0.0316
set yrange [0:100]
plot '+' using 1:(11.019600):(11.019600) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     11.019600 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'variance' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
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
plot '+' using 1:(100.000000):(100.000000) with filledcurves ls 1 fillstyle transparent solid 0.12 noborder notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     100.000000 with lines ls 1 dt 2 notitle, \
     'digits-shots-covariate.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'vim' && strcol('method') eq 'lora@small') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle
unset multiplot
