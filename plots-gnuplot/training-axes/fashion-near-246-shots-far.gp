# Source a9751c8dd34a (105 records); mean and sample standard deviation over seeds in %; OOD: animal-mnist-test, brain-mri, mnist-5k-test, optdigits
# Draw it in this folder: gnuplot fashion-near-246-shots-far.gp
# As PNG: gnuplot -e "term='pngcairo'; out='fashion-near-246-shots-far.png'" fashion-near-246-shots-far.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='fashion-near-246-shots-far.svg'
if (term eq 'svg') {
  set terminal svg size 1212,624 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 2424,1248 font 'sans,12' fontscale 2 \
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
set style line 15 lc rgb '#0072B2' lw 1.6 dt 4 pt 11 ps 0.8
set style line 16 lc rgb '#D55E00' lw 1.6 dt 4 pt 6 ps 0.8
set style line 17 lc rgb '#009E73' lw 1.6 dt 4 pt 4 ps 0.8
set style line 18 lc rgb '#CC79A7' lw 1.6 dt 4 pt 8 ps 0.8
set style line 19 lc rgb '#E69F00' lw 1.6 dt 4 pt 12 ps 0.8
set style line 20 lc rgb '#56B4E9' lw 1.6 dt 4 pt 10 ps 0.8
set style line 21 lc rgb '#000000' lw 1.6 dt 4 pt 7 ps 0.8
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
set lmargin at screen 0.0594; set rmargin at screen 0.2657; set tmargin at screen 0.9455; set bmargin at screen 0.6250
set yrange [30:100]
plot 'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'exact, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'gce, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'grpo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 15 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'ppo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 16 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 17 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 18 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'rloo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 19 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 20 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 21 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'exact, clean') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'gce, clean') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'grpo, clean') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 15 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'ppo, clean') ? column('value') : NaN) with linespoints ls 16 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 17 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 18 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'rloo, clean') ? column('value') : NaN) with linespoints ls 19 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 20 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'energy' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 21 dt 1 notitle
set title 'max-logit' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.2987; set rmargin at screen 0.5050; set tmargin at screen 0.9455; set bmargin at screen 0.6250
set yrange [30:100]
plot 'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'exact, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'gce, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'grpo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 15 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ppo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 16 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 17 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 18 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'rloo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 19 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 20 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 21 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'exact, clean') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'gce, clean') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'grpo, clean') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 15 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ppo, clean') ? column('value') : NaN) with linespoints ls 16 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 17 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 18 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'rloo, clean') ? column('value') : NaN) with linespoints ls 19 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 20 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'max-logit' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 21 dt 1 notitle
set title 'mcm' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.5380; set rmargin at screen 0.7442; set tmargin at screen 0.9455; set bmargin at screen 0.6250
set yrange [30:100]
plot 'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'exact, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'gce, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'grpo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 15 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'ppo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 16 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 17 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 18 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'rloo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 19 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 20 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 21 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'exact, clean') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'gce, clean') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'grpo, clean') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 15 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'ppo, clean') ? column('value') : NaN) with linespoints ls 16 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 17 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 18 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'rloo, clean') ? column('value') : NaN) with linespoints ls 19 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 20 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'mcm' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 21 dt 1 notitle
set title 'msp' offset 0,-0.6
unset ylabel
set format y ''
unset xlabel
set format x ''
set lmargin at screen 0.7772; set rmargin at screen 0.9835; set tmargin at screen 0.9455; set bmargin at screen 0.6250
set yrange [30:100]
plot 'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'exact, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'gce, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'grpo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 15 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'ppo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 16 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 17 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 18 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'rloo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 19 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 20 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 21 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'exact, clean') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'gce, clean') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'grpo, clean') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 15 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'ppo, clean') ? column('value') : NaN) with linespoints ls 16 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 17 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 18 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'rloo, clean') ? column('value') : NaN) with linespoints ls 19 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 20 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'fpr95/id-nearest' && strcol('detector') eq 'msp' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 21 dt 1 notitle
unset title
set ylabel 'AUROC (%) ↑' offset 0.5
set format y '%g'
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.0594; set rmargin at screen 0.2657; set tmargin at screen 0.5897; set bmargin at screen 0.2692
set yrange [30:100]
plot 'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'exact, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'gce, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'grpo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 15 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'ppo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 16 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 17 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 18 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'rloo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 19 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 20 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 21 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'exact, clean') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'gce, clean') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'grpo, clean') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 15 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'ppo, clean') ? column('value') : NaN) with linespoints ls 16 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 17 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 18 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'rloo, clean') ? column('value') : NaN) with linespoints ls 19 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 20 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'energy' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 21 dt 1 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.2987; set rmargin at screen 0.5050; set tmargin at screen 0.5897; set bmargin at screen 0.2692
set yrange [30:100]
plot 'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'exact, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'gce, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'grpo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 15 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ppo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 16 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 17 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 18 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'rloo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 19 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 20 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 21 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'exact, clean') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'gce, clean') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'grpo, clean') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 15 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ppo, clean') ? column('value') : NaN) with linespoints ls 16 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 17 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 18 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'rloo, clean') ? column('value') : NaN) with linespoints ls 19 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 20 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'max-logit' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 21 dt 1 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.5380; set rmargin at screen 0.7442; set tmargin at screen 0.5897; set bmargin at screen 0.2692
set yrange [30:100]
plot 'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'exact, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'gce, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'grpo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 15 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'ppo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 16 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 17 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 18 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'rloo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 19 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 20 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 21 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'exact, clean') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'gce, clean') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'grpo, clean') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 15 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'ppo, clean') ? column('value') : NaN) with linespoints ls 16 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 17 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 18 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'rloo, clean') ? column('value') : NaN) with linespoints ls 19 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 20 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'mcm' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 21 dt 1 notitle
unset title
unset ylabel
set format y ''
set xlabel 'shots per class' offset 0,0.3
set format x '%g'
set lmargin at screen 0.7772; set rmargin at screen 0.9835; set tmargin at screen 0.5897; set bmargin at screen 0.2692
set yrange [30:100]
set arrow from screen 0.0957,0.1635 to screen 0.1188,0.1635 nohead ls 1 dt 1
set label '' at screen 0.1073,0.1635 point ls 1
set label 'ce-policy, clean' at screen 0.1238,0.1635 left
set arrow from screen 0.2459,0.1635 to screen 0.2690,0.1635 nohead ls 2 dt 2
set label '' at screen 0.2574,0.1635 point ls 2
set label 'ce-policy, label-noise:rate=0.2' at screen 0.2739,0.1635 left
set arrow from screen 0.4950,0.1635 to screen 0.5182,0.1635 nohead ls 3 dt 4
set label '' at screen 0.5066,0.1635 point ls 3
set label 'ce-policy, label-noise:rate=0.4' at screen 0.5231,0.1635 left
set arrow from screen 0.7442,0.1635 to screen 0.7673,0.1635 nohead ls 4 dt 5
set label '' at screen 0.7558,0.1635 point ls 4
set label 'cross-entropy, clean' at screen 0.7723,0.1635 left
set arrow from screen 0.0594,0.1282 to screen 0.0825,0.1282 nohead ls 5 dt 3
set label '' at screen 0.0710,0.1282 point ls 5
set label 'cross-entropy, label-noise:rate=0.2' at screen 0.0875,0.1282 left
set arrow from screen 0.3350,0.1282 to screen 0.3581,0.1282 nohead ls 6 dt 1
set label '' at screen 0.3465,0.1282 point ls 6
set label 'cross-entropy, label-noise:rate=0.4' at screen 0.3630,0.1282 left
set arrow from screen 0.6106,0.1282 to screen 0.6337,0.1282 nohead ls 7 dt 2
set label '' at screen 0.6221,0.1282 point ls 7
set label 'exact, clean' at screen 0.6386,0.1282 left
set arrow from screen 0.7343,0.1282 to screen 0.7574,0.1282 nohead ls 8 dt 4
set label '' at screen 0.7459,0.1282 point ls 8
set label 'exact, label-noise:rate=0.2' at screen 0.7624,0.1282 left
set arrow from screen 0.0734,0.0929 to screen 0.0965,0.0929 nohead ls 9 dt 5
set label '' at screen 0.0850,0.0929 point ls 9
set label 'exact, label-noise:rate=0.4' at screen 0.1015,0.0929 left
set arrow from screen 0.2962,0.0929 to screen 0.3193,0.0929 nohead ls 10 dt 3
set label '' at screen 0.3078,0.0929 point ls 10
set label 'gce, clean' at screen 0.3243,0.0929 left
set arrow from screen 0.4068,0.0929 to screen 0.4299,0.0929 nohead ls 11 dt 1
set label '' at screen 0.4183,0.0929 point ls 11
set label 'gce, label-noise:rate=0.2' at screen 0.4348,0.0929 left
set arrow from screen 0.6163,0.0929 to screen 0.6394,0.0929 nohead ls 12 dt 2
set label '' at screen 0.6279,0.0929 point ls 12
set label 'gce, label-noise:rate=0.4' at screen 0.6444,0.0929 left
set arrow from screen 0.8259,0.0929 to screen 0.8490,0.0929 nohead ls 13 dt 4
set label '' at screen 0.8375,0.0929 point ls 13
set label 'grpo, clean' at screen 0.8540,0.0929 left
set arrow from screen 0.0272,0.0577 to screen 0.0503,0.0577 nohead ls 14 dt 5
set label '' at screen 0.0388,0.0577 point ls 14
set label 'grpo, label-noise:rate=0.2' at screen 0.0553,0.0577 left
set arrow from screen 0.2434,0.0577 to screen 0.2665,0.0577 nohead ls 15 dt 3
set label '' at screen 0.2550,0.0577 point ls 15
set label 'grpo, label-noise:rate=0.4' at screen 0.2715,0.0577 left
set arrow from screen 0.4596,0.0577 to screen 0.4827,0.0577 nohead ls 16 dt 1
set label '' at screen 0.4711,0.0577 point ls 16
set label 'ppo, clean' at screen 0.4876,0.0577 left
set arrow from screen 0.5701,0.0577 to screen 0.5932,0.0577 nohead ls 17 dt 2
set label '' at screen 0.5817,0.0577 point ls 17
set label 'ppo, label-noise:rate=0.2' at screen 0.5982,0.0577 left
set arrow from screen 0.7797,0.0577 to screen 0.8028,0.0577 nohead ls 18 dt 4
set label '' at screen 0.7913,0.0577 point ls 18
set label 'ppo, label-noise:rate=0.4' at screen 0.8078,0.0577 left
set arrow from screen 0.1064,0.0224 to screen 0.1295,0.0224 nohead ls 19 dt 5
set label '' at screen 0.1180,0.0224 point ls 19
set label 'rloo, clean' at screen 0.1345,0.0224 left
set arrow from screen 0.2236,0.0224 to screen 0.2467,0.0224 nohead ls 20 dt 3
set label '' at screen 0.2351,0.0224 point ls 20
set label 'rloo, label-noise:rate=0.2' at screen 0.2517,0.0224 left
set arrow from screen 0.4398,0.0224 to screen 0.4629,0.0224 nohead ls 21 dt 1
set label '' at screen 0.4513,0.0224 point ls 21
set label 'rloo, label-noise:rate=0.4' at screen 0.4678,0.0224 left
set label 'bands: 95 % t-intervals over 5 seeds' at screen 0.6559,0.0224 left
plot 'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 1 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 2 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 3 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 4 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 5 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 6 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'exact, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 7 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 8 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 9 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'gce, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 10 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 11 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 12 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'grpo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 13 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 14 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 15 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'ppo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 16 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 17 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 18 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'rloo, clean') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 19 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 20 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN):(column('value_low')):(column('value_high')) with yerrorbars ls 21 pt -1 lw 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'ce-policy, clean') ? column('value') : NaN) with linespoints ls 1 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'ce-policy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 2 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'ce-policy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 3 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'cross-entropy, clean') ? column('value') : NaN) with linespoints ls 4 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'cross-entropy, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 5 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'cross-entropy, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 6 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'exact, clean') ? column('value') : NaN) with linespoints ls 7 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'exact, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 8 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'exact, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 9 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'gce, clean') ? column('value') : NaN) with linespoints ls 10 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'gce, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 11 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'gce, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 12 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'grpo, clean') ? column('value') : NaN) with linespoints ls 13 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'grpo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 14 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'grpo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 15 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'ppo, clean') ? column('value') : NaN) with linespoints ls 16 dt 1 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'ppo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 17 dt 2 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'ppo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 18 dt 4 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'rloo, clean') ? column('value') : NaN) with linespoints ls 19 dt 5 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'rloo, label-noise:rate=0.2') ? column('value') : NaN) with linespoints ls 20 dt 3 notitle, \
     'fashion-near-246-shots-far.csv' using (column('shots')):((strcol('metric') eq 'auroc' && strcol('detector') eq 'msp' && strcol('method') eq 'rloo, label-noise:rate=0.4') ? column('value') : NaN) with linespoints ls 21 dt 1 notitle
unset multiplot
