# Median of runs and their middle half; benchmarks/growth/run --draw batch
# Draw it in this folder: gnuplot growth-batch.gp
# As PNG: gnuplot -e "term='pngcairo'; out='growth-batch.png'" growth-batch.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='growth-batch.svg'
if (term eq 'svg') {
  set terminal svg size 520,380 font 'sans,12' noenhanced background '#ffffff'
} else { set terminal @term }
set output out
set encoding utf8
set datafile separator ','
set datafile columnheaders
set datafile missing ''
set style line 1 lc rgb '#0072B2' lw 1.6 dt 1 pt 7 ps 0.8
set style line 2 lc rgb '#D55E00' lw 1.6 dt 1 pt 5 ps 0.8
set style line 3 lc rgb '#808080' lw 1.0 dt 2
set border 3 lw 0.7
set tics nomirror scale 0.5
set grid lc rgb '#c8c8c8' lw 0.6 dt 3
set logscale xy
set key left top
set xrange [6.15385:332.8]
set xtics (8, 16, 32, 64, 128, 256)
set xlabel 'images in a full fine-tuning step'
set ylabel 'seconds'
plot 'growth-batch.csv' using (column('size')):((strcol('kind') eq 'measured') ? column('seconds') : NaN):(column('lower')):(column('upper')) with yerrorbars ls 1 title 'measured', \
     0.00784192 * x ** 0.943057 with lines ls 3 title '0.94 ± 0.02'
