# Median of runs and their middle half; benchmarks/growth/run --draw sequence
# Draw it in this folder: gnuplot growth-sequence.gp
# As PNG: gnuplot -e "term='pngcairo'; out='growth-sequence.png'" growth-sequence.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='growth-sequence.svg'
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
set xrange [12.3077:665.6]
set xtics (16, 32, 64, 128, 256, 512)
set xlabel 'tokens of each of 64 texts'
set ylabel 'seconds'
plot 'growth-sequence.csv' using (column('size')):((strcol('kind') eq 'measured') ? column('seconds') : NaN):(column('lower')):(column('upper')) with yerrorbars ls 1 title 'measured', \
     0.000979583 * x ** 1.09911 with lines ls 3 title '1.10 ± 0.07'
