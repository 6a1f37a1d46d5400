# Median of runs and their middle half; benchmarks/growth/run --draw sweep
# Draw it in this folder: gnuplot growth-sweep.gp
# As PNG: gnuplot -e "term='pngcairo'; out='growth-sweep.png'" growth-sweep.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='growth-sweep.svg'
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
set xrange [0.769231:83.2]
set xtics (1, 4, 16, 64)
set xlabel 'units of a sweep'
set ylabel 'seconds'
plot 'growth-sweep.csv' using (column('size')):((strcol('kind') eq 'measured') ? column('seconds') : NaN):(column('lower')):(column('upper')) with yerrorbars ls 1 title 'measured', \
     2.26155 * x ** 0.0374576 with lines ls 3 title '0.04 ± 0.03'
