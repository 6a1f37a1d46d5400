# Source 27d35b5cf0e5 (4 records); full@small, 2 shots, seed 1; % of each set's images a bin, from the edge to the next; the outermost bins hold all beyond
# Draw it in this folder: gnuplot histogram-full@small.gp
# As PNG: gnuplot -e "term='pngcairo'; out='histogram-full@small.png'" histogram-full@small.gp
if (!exists("term")) term='svg'
if (!exists("out")) out='histogram-full@small.svg'
if (term eq 'svg') {
  set terminal svg size 1212,336 font 'sans,12' noenhanced background '#ffffff'
} else { if (term eq 'pngcairo') {
  set terminal pngcairo size 2424,672 font 'sans,12' fontscale 2 \
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
set border 3 lw 0.7
set tics nomirror scale 0.5
unset key
set grid lc rgb '#c8c8c8' lw 0.6 dt 3
set multiplot
set title 'energy' offset 0,-0.6
set ylabel 'images of the set (%)' offset 0.5
set xlabel 'score, ID is higher' offset 0,0.3
set xrange [3.285363653565345:14.200271072870809]
set xtics 5e0
set yrange [0:36]
set lmargin at screen 0.0594; set rmargin at screen 0.2657; set tmargin at screen 0.8988; set bmargin at screen 0.3036
set arrow 1 from first 11.22172313315169, graph 0 to first 11.22172313315169, graph 1 nohead front lc rgb '#000000' lw 1.4 dt (6,3)
plot 'histogram-full@small.csv' every ::0::20 using (column('edge')):(column('id')) with fillsteps fc rgb '#c8c8c8' fillstyle solid noborder notitle, \
     'histogram-full@small.csv' every ::0::20 using (column('edge')):(column('animal-mnist-test')) with steps ls 1 dt 1 notitle, \
     'histogram-full@small.csv' every 5::0::19 using (column('edge')+0.5457453709652732/2):(column('animal-mnist-test')) with points ls 1 notitle, \
     'histogram-full@small.csv' every ::0::20 using (column('edge')):(column('brain-mri')) with steps ls 2 dt 2 notitle, \
     'histogram-full@small.csv' every 5::1::19 using (column('edge')+0.5457453709652732/2):(column('brain-mri')) with points ls 2 notitle, \
     'histogram-full@small.csv' every ::0::20 using (column('edge')):(column('fashion-mnist-test')) with steps ls 3 dt 4 notitle, \
     'histogram-full@small.csv' every 5::2::19 using (column('edge')+0.5457453709652732/2):(column('fashion-mnist-test')) with points ls 3 notitle, \
     'histogram-full@small.csv' every ::0::20 using (column('edge')):(column('optdigits')) with steps ls 4 dt 5 notitle, \
     'histogram-full@small.csv' every 5::3::19 using (column('edge')+0.5457453709652732/2):(column('optdigits')) with points ls 4 notitle
unset arrow 1
set title 'max-logit' offset 0,-0.6
unset ylabel
set xlabel 'score, ID is higher' offset 0,0.3
set xrange [0.11925998852962216:0.7146513603298588]
set xtics 2e-1
set yrange [0:39]
set lmargin at screen 0.2987; set rmargin at screen 0.5050; set tmargin at screen 0.8988; set bmargin at screen 0.3036
set arrow 1 from first 0.568393620712378, graph 0 to first 0.568393620712378, graph 1 nohead front lc rgb '#000000' lw 1.4 dt (6,3)
plot 'histogram-full@small.csv' every ::21::41 using (column('edge')):(column('id')) with fillsteps fc rgb '#c8c8c8' fillstyle solid noborder notitle, \
     'histogram-full@small.csv' every ::21::41 using (column('edge')):(column('animal-mnist-test')) with steps ls 1 dt 1 notitle, \
     'histogram-full@small.csv' every 5::21::40 using (column('edge')+0.02976956859001183/2):(column('animal-mnist-test')) with points ls 1 notitle, \
     'histogram-full@small.csv' every ::21::41 using (column('edge')):(column('brain-mri')) with steps ls 2 dt 2 notitle, \
     'histogram-full@small.csv' every 5::22::40 using (column('edge')+0.02976956859001183/2):(column('brain-mri')) with points ls 2 notitle, \
     'histogram-full@small.csv' every ::21::41 using (column('edge')):(column('fashion-mnist-test')) with steps ls 3 dt 4 notitle, \
     'histogram-full@small.csv' every 5::23::40 using (column('edge')+0.02976956859001183/2):(column('fashion-mnist-test')) with points ls 3 notitle, \
     'histogram-full@small.csv' every ::21::41 using (column('edge')):(column('optdigits')) with steps ls 4 dt 5 notitle, \
     'histogram-full@small.csv' every 5::24::40 using (column('edge')+0.02976956859001183/2):(column('optdigits')) with points ls 4 notitle
unset arrow 1
set title 'mcm' offset 0,-0.6
unset ylabel
set xlabel 'score, ID is higher' offset 0,0.3
set xrange [0.10241356743044923:0.11771357479196916]
set xtics 5e-3
set yrange [0:21]
set lmargin at screen 0.5380; set rmargin at screen 0.7442; set tmargin at screen 0.8988; set bmargin at screen 0.3036
set arrow 1 from first 0.10307379787488709, graph 0 to first 0.10307379787488709, graph 1 nohead front lc rgb '#000000' lw 1.4 dt (6,3)
plot 'histogram-full@small.csv' every ::42::62 using (column('edge')):(column('id')) with fillsteps fc rgb '#c8c8c8' fillstyle solid noborder notitle, \
     'histogram-full@small.csv' every ::42::62 using (column('edge')):(column('animal-mnist-test')) with steps ls 1 dt 1 notitle, \
     'histogram-full@small.csv' every 5::42::61 using (column('edge')+0.0007650003680759965/2):(column('animal-mnist-test')) with points ls 1 notitle, \
     'histogram-full@small.csv' every ::42::62 using (column('edge')):(column('brain-mri')) with steps ls 2 dt 2 notitle, \
     'histogram-full@small.csv' every 5::43::61 using (column('edge')+0.0007650003680759965/2):(column('brain-mri')) with points ls 2 notitle, \
     'histogram-full@small.csv' every ::42::62 using (column('edge')):(column('fashion-mnist-test')) with steps ls 3 dt 4 notitle, \
     'histogram-full@small.csv' every 5::44::61 using (column('edge')+0.0007650003680759965/2):(column('fashion-mnist-test')) with points ls 3 notitle, \
     'histogram-full@small.csv' every ::42::62 using (column('edge')):(column('optdigits')) with steps ls 4 dt 5 notitle, \
     'histogram-full@small.csv' every 5::45::61 using (column('edge')+0.0007650003680759965/2):(column('optdigits')) with points ls 4 notitle
unset arrow 1
set title 'msp' offset 0,-0.6
unset ylabel
set xlabel 'score, ID is higher' offset 0,0.3
set xrange [0.1395127779294887:0.5133327574324714]
set xtics 10e-2
set yrange [0:21]
set lmargin at screen 0.7772; set rmargin at screen 0.9835; set tmargin at screen 0.8988; set bmargin at screen 0.3036
set arrow 1 from first 0.15693827350237877, graph 0 to first 0.15693827350237877, graph 1 nohead front lc rgb '#000000' lw 1.4 dt (6,3)
set arrow from screen 0.0767,0.1071 to screen 0.0998,0.1071 nohead lc rgb '#c8c8c8' lw 8
set label 'ID test images' at screen 0.1048,0.1071 left
set arrow from screen 0.2137,0.1071 to screen 0.2368,0.1071 nohead ls 1 dt 1
set label '' at screen 0.2252,0.1071 point ls 1
set label 'animal-mnist-test (far)' at screen 0.2417,0.1071 left
set arrow from screen 0.4101,0.1071 to screen 0.4332,0.1071 nohead ls 2 dt 2
set label '' at screen 0.4216,0.1071 point ls 2
set label 'brain-mri (far)' at screen 0.4381,0.1071 left
set arrow from screen 0.5536,0.1071 to screen 0.5767,0.1071 nohead ls 3 dt 4
set label '' at screen 0.5652,0.1071 point ls 3
set label 'fashion-mnist-test (far)' at screen 0.5817,0.1071 left
set arrow from screen 0.7566,0.1071 to screen 0.7797,0.1071 nohead ls 4 dt 5
set label '' at screen 0.7682,0.1071 point ls 4
set label 'optdigits (covariate)' at screen 0.7847,0.1071 left
set arrow from screen 0.2269,0.0417 to screen 0.2500,0.0417 nohead lc rgb '#000000' lw 1.4 dt (6,3)
set label 'threshold: accepts at least 95 % of the ID images' at screen 0.2550,0.0417 left
set label 'full@small, 2 shots, seed 1' at screen 0.5949,0.0417 left
plot 'histogram-full@small.csv' every ::63::83 using (column('edge')):(column('id')) with fillsteps fc rgb '#c8c8c8' fillstyle solid noborder notitle, \
     'histogram-full@small.csv' every ::63::83 using (column('edge')):(column('animal-mnist-test')) with steps ls 1 dt 1 notitle, \
     'histogram-full@small.csv' every 5::63::82 using (column('edge')+0.018690998975149135/2):(column('animal-mnist-test')) with points ls 1 notitle, \
     'histogram-full@small.csv' every ::63::83 using (column('edge')):(column('brain-mri')) with steps ls 2 dt 2 notitle, \
     'histogram-full@small.csv' every 5::64::82 using (column('edge')+0.018690998975149135/2):(column('brain-mri')) with points ls 2 notitle, \
     'histogram-full@small.csv' every ::63::83 using (column('edge')):(column('fashion-mnist-test')) with steps ls 3 dt 4 notitle, \
     'histogram-full@small.csv' every 5::65::82 using (column('edge')+0.018690998975149135/2):(column('fashion-mnist-test')) with points ls 3 notitle, \
     'histogram-full@small.csv' every ::63::83 using (column('edge')):(column('optdigits')) with steps ls 4 dt 5 notitle, \
     'histogram-full@small.csv' every 5::66::82 using (column('edge')+0.018690998975149135/2):(column('optdigits')) with points ls 4 notitle
unset arrow 1
unset multiplot
