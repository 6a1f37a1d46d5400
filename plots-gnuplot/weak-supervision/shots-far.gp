# Source 07216db71fdd (42 records); mean and sample standard deviation over seeds in %; OOD: animal-mnist-test, brain-mri, mnist-5k-test, optdigits
# Draw it in this folder: gnuplot shots-far.gp
# As PNG: gnuplot -e "term='pngcairo'; out='shots-far.png'" shots-far.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='shots-far.svg'
if (term eq 'svg') {
  set terminal svg size 1212,602 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 2424,1204 font 'sans,12' fontscale 2 \
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
set style line 3 lc rgb '#009E73' lw 1.6 dt 1 pt 9 ps 0.8
set style line 4 lc rgb '#CC79A7' lw 1.6 dt 1 pt 13 ps 0.8
set style line 5 lc rgb '#E69F00' lw 1.6 dt 1 pt 11 ps 0.8
set style line 6 lc rgb '#56B4E9' lw 1.6 dt 1 pt 6 ps 0.8
set style line 7 lc rgb '#000000' lw 1.6 dt 1 pt 4 ps 0.8
set style line 8 lc rgb '#0072B2' lw 1.6 dt 2 pt 8 ps 0.8
set style line 9 lc rgb '#D55E00' lw 1.6 dt 2 pt 12 ps 0.8
set style line 10 lc rgb '#009E73' lw 1.6 dt 2 pt 10 ps 0.8
set style line 11 lc rgb '#CC79A7' lw 1.6 dt 2 pt 7 ps 0.8
set style line 12 lc rgb '#E69F00' lw 1.6 dt 2 pt 5 ps 0.8
set style line 13 lc rgb '#56B4E9' lw 1.6 dt 2 pt 9 ps 0.8
set style line 14 lc rgb '#000000' lw 1.6 dt 2 pt 13 ps 0.8
set border 3 lw 0.7
set tics nomirror scale 0.5
unset key
set grid lc rgb '#c8c8c8' lw 0.6 dt 3
set logscale x 2
set xtics (16)
set xrange [12.8:20]
set multiplot
set title 'energy' offset 0,-0.6
set ylabel 'FPR95 id-nearest (%) ↓' offset 0.5
set format y '%g'
unset xlabel
set format x ''
set lmargin at screen 0.0594; set rmargin at screen 0.2657; set tmargin at screen 0.9435; set bmargin at screen 0.6113
set yrange [0:100]
plot 'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle
set title 'max-logit' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2987; set rmargin at screen 0.5050; set tmargin at screen 0.9435; set bmargin at screen 0.6113
set yrange [0:100]
plot 'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5380; set rmargin at screen 0.7442; set tmargin at screen 0.9435; set bmargin at screen 0.6113
set yrange [0:100]
plot 'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.7772; set rmargin at screen 0.9835; set tmargin at screen 0.9435; set bmargin at screen 0.6113
set yrange [0:100]
plot 'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle
unset title
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.0594; set rmargin at screen 0.2657; set tmargin at screen 0.5748; set bmargin at screen 0.2425
set yrange [10:100]
plot 'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.2987; set rmargin at screen 0.5050; set tmargin at screen 0.5748; set bmargin at screen 0.2425
set yrange [10:100]
plot 'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.5380; set rmargin at screen 0.7442; set tmargin at screen 0.5748; set bmargin at screen 0.2425
set yrange [10:100]
plot 'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.7772; set rmargin at screen 0.9835; set tmargin at screen 0.5748; set bmargin at screen 0.2425
set yrange [10:100]
set arrow from screen 0.1023,0.1329 to screen 0.1254,0.1329 nohead ls 1 dt 1
set label '' at screen 0.1139,0.1329 point ls 1
set label 'coop@small, clean' at screen 0.1304,0.1329 left
set arrow from screen 0.2591,0.1329 to screen 0.2822,0.1329 nohead ls 2 dt 2
set label '' at screen 0.2706,0.1329 point ls 2
set label 'coop@small, weak-groups' at screen 0.2871,0.1329 left
set arrow from screen 0.4554,0.1329 to screen 0.4785,0.1329 nohead ls 3 dt 4
set label '' at screen 0.4670,0.1329 point ls 3
set label 'coop@small, weak-groups-foreign' at screen 0.4835,0.1329 left
set arrow from screen 0.7046,0.1329 to screen 0.7277,0.1329 nohead ls 4 dt 5
set label '' at screen 0.7162,0.1329 point ls 4
set label 'coop@small, weak-majority' at screen 0.7327,0.1329 left
set arrow from screen 0.0627,0.0963 to screen 0.0858,0.0963 nohead ls 5 dt 3
set label '' at screen 0.0743,0.0963 point ls 5
set label 'coop@small, weak-majority-foreign' at screen 0.0908,0.0963 left
set arrow from screen 0.3251,0.0963 to screen 0.3482,0.0963 nohead ls 6 dt 1
set label '' at screen 0.3366,0.0963 point ls 6
set label 'coop@small, weak-one-coin' at screen 0.3531,0.0963 left
set arrow from screen 0.5347,0.0963 to screen 0.5578,0.0963 nohead ls 7 dt 2
set label '' at screen 0.5462,0.0963 point ls 7
set label 'coop@small, weak-one-coin-foreign' at screen 0.5627,0.0963 left
set arrow from screen 0.7970,0.0963 to screen 0.8201,0.0963 nohead ls 8 dt 4
set label '' at screen 0.8086,0.0963 point ls 8
set label 'lora@small, clean' at screen 0.8251,0.0963 left
set arrow from screen 0.0495,0.0598 to screen 0.0726,0.0598 nohead ls 9 dt 5
set label '' at screen 0.0611,0.0598 point ls 9
set label 'lora@small, weak-groups' at screen 0.0776,0.0598 left
set arrow from screen 0.2459,0.0598 to screen 0.2690,0.0598 nohead ls 10 dt 3
set label '' at screen 0.2574,0.0598 point ls 10
set label 'lora@small, weak-groups-foreign' at screen 0.2739,0.0598 left
set arrow from screen 0.4950,0.0598 to screen 0.5182,0.0598 nohead ls 11 dt 1
set label '' at screen 0.5066,0.0598 point ls 11
set label 'lora@small, weak-majority' at screen 0.5231,0.0598 left
set arrow from screen 0.7046,0.0598 to screen 0.7277,0.0598 nohead ls 12 dt 2
set label '' at screen 0.7162,0.0598 point ls 12
set label 'lora@small, weak-majority-foreign' at screen 0.7327,0.0598 left
set arrow from screen 0.1452,0.0233 to screen 0.1683,0.0233 nohead ls 13 dt 4
set label '' at screen 0.1568,0.0233 point ls 13
set label 'lora@small, weak-one-coin' at screen 0.1733,0.0233 left
set arrow from screen 0.3548,0.0233 to screen 0.3779,0.0233 nohead ls 14 dt 5
set label '' at screen 0.3663,0.0233 point ls 14
set label 'lora@small, weak-one-coin-foreign' at screen 0.3828,0.0233 left
set label 'bands: 95 % t-intervals over 3 seeds' at screen 0.6172,0.0233 left
plot 'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-groups') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-majority') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'coop@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, clean') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-groups') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-groups-foreign') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-majority') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-majority-foreign') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-one-coin') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'lora@small, weak-one-coin-foreign') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle
unset multiplot
