/** Real articles: authors | year | title | journal | volume | issue | pages | DOI. */
export const ARTICLES = `
Shannon, Claude E.|1948|A Mathematical Theory of Communication|Bell System Technical Journal|27|3|379–423|10.1002/j.1538-7305.1948.tb01338.x
Shannon, Claude E.|1949|Communication Theory of Secrecy Systems|Bell System Technical Journal|28|4|656–715
Turing, Alan M.|1950|Computing Machinery and Intelligence|Mind|59|236|433–460|10.1093/mind/LIX.236.433
Turing, Alan M.|1952|The Chemical Basis of Morphogenesis|Philosophical Transactions of the Royal Society of London B|237|641|37–72
Dijkstra, Edsger W.|1968|Go To Statement Considered Harmful|Communications of the ACM|11|3|147–148|10.1145/362929.362947
Dijkstra, Edsger W.|1959|A Note on Two Problems in Connexion with Graphs|Numerische Mathematik|1|1|269–271
Dijkstra, Edsger W.|1965|Solution of a Problem in Concurrent Programming Control|Communications of the ACM|8|9|569
Dijkstra, Edsger W.|1975|Guarded Commands, Nondeterminacy and Formal Derivation of Programs|Communications of the ACM|18|8|453–457
Hoare, C. A. R.|1969|An Axiomatic Basis for Computer Programming|Communications of the ACM|12|10|576–580
Hoare, C. A. R.|1978|Communicating Sequential Processes|Communications of the ACM|21|8|666–677
Hoare, C. A. R.|1962|Quicksort|The Computer Journal|5|1|10–16
Backus, John|1978|Can Programming Be Liberated from the von Neumann Style? A Functional Style and Its Algebra of Programs|Communications of the ACM|21|8|613–641
McCarthy, John|1960|Recursive Functions of Symbolic Expressions and Their Computation by Machine, Part I|Communications of the ACM|3|4|184–195
Landin, P. J.|1966|The Next 700 Programming Languages|Communications of the ACM|9|3|157–166
Parnas, David L.|1972|On the Criteria to Be Used in Decomposing Systems into Modules|Communications of the ACM|15|12|1053–1058
Codd, E. F.|1970|A Relational Model of Data for Large Shared Data Banks|Communications of the ACM|13|6|377–387
Lamport, Leslie|1978|Time, Clocks, and the Ordering of Events in a Distributed System|Communications of the ACM|21|7|558–565|10.1145/359545.359563
Lamport, Leslie|1998|The Part-Time Parliament|ACM Transactions on Computer Systems|16|2|133–169
Lamport, Leslie; Shostak, Robert; Pease, Marshall|1982|The Byzantine Generals Problem|ACM Transactions on Programming Languages and Systems|4|3|382–401
Fischer, Michael J.; Lynch, Nancy A.; Paterson, Michael S.|1985|Impossibility of Distributed Consensus with One Faulty Process|Journal of the ACM|32|2|374–382
Rivest, R. L.; Shamir, A.; Adleman, L.|1978|A Method for Obtaining Digital Signatures and Public-Key Cryptosystems|Communications of the ACM|21|2|120–126
Diffie, Whitfield; Hellman, Martin E.|1976|New Directions in Cryptography|IEEE Transactions on Information Theory|22|6|644–654
Shamir, Adi|1979|How to Share a Secret|Communications of the ACM|22|11|612–613
Chaum, David L.|1981|Untraceable Electronic Mail, Return Addresses, and Digital Pseudonyms|Communications of the ACM|24|2|84–90
Ritchie, Dennis M.; Thompson, Ken|1974|The UNIX Time-Sharing System|Communications of the ACM|17|7|365–375
Thompson, Ken|1984|Reflections on Trusting Trust|Communications of the ACM|27|8|761–763
Knuth, Donald E.|1974|Structured Programming with go to Statements|ACM Computing Surveys|6|4|261–301
Knuth, Donald E.|1984|Literate Programming|The Computer Journal|27|2|97–111
Knuth, Donald E.; Plass, Michael F.|1981|Breaking Paragraphs into Lines|Software: Practice and Experience|11|11|1119–1184
Knuth, Donald E.; Morris, James H.; Pratt, Vaughan R.|1977|Fast Pattern Matching in Strings|SIAM Journal on Computing|6|2|323–350
Boyer, Robert S.; Moore, J. Strother|1977|A Fast String Searching Algorithm|Communications of the ACM|20|10|762–772
Aho, Alfred V.; Corasick, Margaret J.|1975|Efficient String Matching: An Aid to Bibliographic Search|Communications of the ACM|18|6|333–340
Bloom, Burton H.|1970|Space/Time Trade-offs in Hash Coding with Allowable Errors|Communications of the ACM|13|7|422–426
Tarjan, Robert|1972|Depth-First Search and Linear Graph Algorithms|SIAM Journal on Computing|1|2|146–160
Floyd, Robert W.|1962|Algorithm 97: Shortest Path|Communications of the ACM|5|6|345
Valiant, L. G.|1984|A Theory of the Learnable|Communications of the ACM|27|11|1134–1142
Milner, Robin|1978|A Theory of Type Polymorphism in Programming|Journal of Computer and System Sciences|17|3|348–375
Cardelli, Luca; Wegner, Peter|1985|On Understanding Types, Data Abstraction, and Polymorphism|ACM Computing Surveys|17|4|471–523
Hughes, John|1989|Why Functional Programming Matters|The Computer Journal|32|2|98–107
Brooks, Frederick P.|1987|No Silver Bullet: Essence and Accidents of Software Engineering|Computer|20|4|10–19
Saltzer, J. H.; Reed, D. P.; Clark, D. D.|1984|End-to-End Arguments in System Design|ACM Transactions on Computer Systems|2|4|277–288
Saltzer, Jerome H.; Schroeder, Michael D.|1975|The Protection of Information in Computer Systems|Proceedings of the IEEE|63|9|1278–1308
Metcalfe, Robert M.; Boggs, David R.|1976|Ethernet: Distributed Packet Switching for Local Computer Networks|Communications of the ACM|19|7|395–404
Cerf, Vinton G.; Kahn, Robert E.|1974|A Protocol for Packet Network Intercommunication|IEEE Transactions on Communications|22|5|637–648
Page, Lawrence; Brin, Sergey|1998|The Anatomy of a Large-Scale Hypertextual Web Search Engine|Computer Networks and ISDN Systems|30|1–7|107–117
Kleinberg, Jon M.|1999|Authoritative Sources in a Hyperlinked Environment|Journal of the ACM|46|5|604–632
Dean, Jeffrey; Ghemawat, Sanjay|2008|MapReduce: Simplified Data Processing on Large Clusters|Communications of the ACM|51|1|107–113
Patterson, David A.; Ditzel, David R.|1980|The Case for the Reduced Instruction Set Computer|ACM SIGARCH Computer Architecture News|8|6|25–33
Moore, Gordon E.|1965|Cramming More Components onto Integrated Circuits|Electronics|38|8|114–117
Amdahl, Gene M.; Blaauw, Gerrit A.; Brooks, Frederick P.|1964|Architecture of the IBM System/360|IBM Journal of Research and Development|8|2|87–101
Goldberg, David|1991|What Every Computer Scientist Should Know About Floating-Point Arithmetic|ACM Computing Surveys|23|1|5–48
Rosenblatt, Frank|1958|The Perceptron: A Probabilistic Model for Information Storage and Organization in the Brain|Psychological Review|65|6|386–408
Rumelhart, David E.; Hinton, Geoffrey E.; Williams, Ronald J.|1986|Learning Representations by Back-Propagating Errors|Nature|323|6088|533–536|10.1038/323533a0
LeCun, Yann; Bengio, Yoshua; Hinton, Geoffrey|2015|Deep Learning|Nature|521|7553|436–444|10.1038/nature14539
LeCun, Yann; Bottou, Léon; Bengio, Yoshua; Haffner, Patrick|1998|Gradient-Based Learning Applied to Document Recognition|Proceedings of the IEEE|86|11|2278–2324
Hochreiter, Sepp; Schmidhuber, Jürgen|1997|Long Short-Term Memory|Neural Computation|9|8|1735–1780|10.1162/neco.1997.9.8.1735
Hinton, Geoffrey E.; Salakhutdinov, Ruslan R.|2006|Reducing the Dimensionality of Data with Neural Networks|Science|313|5786|504–507
Hopfield, J. J.|1982|Neural Networks and Physical Systems with Emergent Collective Computational Abilities|Proceedings of the National Academy of Sciences|79|8|2554–2558
McCulloch, Warren S.; Pitts, Walter|1943|A Logical Calculus of the Ideas Immanent in Nervous Activity|Bulletin of Mathematical Biophysics|5|4|115–133
Breiman, Leo|2001|Random Forests|Machine Learning|45|1|5–32
Breiman, Leo|1996|Bagging Predictors|Machine Learning|24|2|123–140
Cortes, Corinna; Vapnik, Vladimir|1995|Support-Vector Networks|Machine Learning|20|3|273–297
Quinlan, J. R.|1986|Induction of Decision Trees|Machine Learning|1|1|81–106
Blei, David M.; Ng, Andrew Y.; Jordan, Michael I.|2003|Latent Dirichlet Allocation|Journal of Machine Learning Research|3||993–1022
Srivastava, Nitish; Hinton, Geoffrey; Krizhevsky, Alex; Sutskever, Ilya; Salakhutdinov, Ruslan|2014|Dropout: A Simple Way to Prevent Neural Networks from Overfitting|Journal of Machine Learning Research|15|1|1929–1958
Dempster, A. P.; Laird, N. M.; Rubin, D. B.|1977|Maximum Likelihood from Incomplete Data via the EM Algorithm|Journal of the Royal Statistical Society: Series B|39|1|1–38
Tibshirani, Robert|1996|Regression Shrinkage and Selection via the Lasso|Journal of the Royal Statistical Society: Series B|58|1|267–288
Efron, Bradley|1979|Bootstrap Methods: Another Look at the Jackknife|The Annals of Statistics|7|1|1–26
Benjamini, Yoav; Hochberg, Yosef|1995|Controlling the False Discovery Rate: A Practical and Powerful Approach to Multiple Testing|Journal of the Royal Statistical Society: Series B|57|1|289–300
Geman, Stuart; Geman, Donald|1984|Stochastic Relaxation, Gibbs Distributions, and the Bayesian Restoration of Images|IEEE Transactions on Pattern Analysis and Machine Intelligence|6|6|721–741
Hastings, W. K.|1970|Monte Carlo Sampling Methods Using Markov Chains and Their Applications|Biometrika|57|1|97–109
Metropolis, Nicholas; Rosenbluth, Arianna W.; Rosenbluth, Marshall N.; Teller, Augusta H.; Teller, Edward|1953|Equation of State Calculations by Fast Computing Machines|The Journal of Chemical Physics|21|6|1087–1092
Kirkpatrick, S.; Gelatt, C. D.; Vecchi, M. P.|1983|Optimization by Simulated Annealing|Science|220|4598|671–680
Cooley, James W.; Tukey, John W.|1965|An Algorithm for the Machine Calculation of Complex Fourier Series|Mathematics of Computation|19|90|297–301
Black, Fischer; Scholes, Myron|1973|The Pricing of Options and Corporate Liabilities|Journal of Political Economy|81|3|637–654
Akerlof, George A.|1970|The Market for “Lemons”: Quality Uncertainty and the Market Mechanism|The Quarterly Journal of Economics|84|3|488–500
Coase, R. H.|1937|The Nature of the Firm|Economica|4|16|386–405
Coase, R. H.|1960|The Problem of Social Cost|The Journal of Law and Economics|3||1–44
Hardin, Garrett|1968|The Tragedy of the Commons|Science|162|3859|1243–1248|10.1126/science.162.3859.1243
Kahneman, Daniel; Tversky, Amos|1979|Prospect Theory: An Analysis of Decision under Risk|Econometrica|47|2|263–291
Tversky, Amos; Kahneman, Daniel|1974|Judgment under Uncertainty: Heuristics and Biases|Science|185|4157|1124–1131
Nash, John|1951|Non-Cooperative Games|Annals of Mathematics|54|2|286–295
Granovetter, Mark S.|1973|The Strength of Weak Ties|American Journal of Sociology|78|6|1360–1380
Watts, Duncan J.; Strogatz, Steven H.|1998|Collective Dynamics of ‘Small-World’ Networks|Nature|393|6684|440–442
Barabási, Albert-László; Albert, Réka|1999|Emergence of Scaling in Random Networks|Science|286|5439|509–512
Newman, M. E. J.|2003|The Structure and Function of Complex Networks|SIAM Review|45|2|167–256
Miller, George A.|1956|The Magical Number Seven, Plus or Minus Two: Some Limits on Our Capacity for Processing Information|Psychological Review|63|2|81–97
Milgram, Stanley|1963|Behavioral Study of Obedience|Journal of Abnormal and Social Psychology|67|4|371–378
Maslow, A. H.|1943|A Theory of Human Motivation|Psychological Review|50|4|370–396
Bandura, Albert|1977|Self-Efficacy: Toward a Unifying Theory of Behavioral Change|Psychological Review|84|2|191–215
Stroop, J. Ridley|1935|Studies of Interference in Serial Verbal Reactions|Journal of Experimental Psychology|18|6|643–662
Fitts, Paul M.|1954|The Information Capacity of the Human Motor System in Controlling the Amplitude of Movement|Journal of Experimental Psychology|47|6|381–391
Nagel, Thomas|1974|What Is It Like to Be a Bat?|The Philosophical Review|83|4|435–450
Searle, John R.|1980|Minds, Brains, and Programs|Behavioral and Brain Sciences|3|3|417–424
Gettier, Edmund L.|1963|Is Justified True Belief Knowledge?|Analysis|23|6|121–123
Quine, W. V.|1951|Two Dogmas of Empiricism|The Philosophical Review|60|1|20–43
Grice, H. P.|1957|Meaning|The Philosophical Review|66|3|377–388
Davidson, Donald|1963|Actions, Reasons, and Causes|The Journal of Philosophy|60|23|685–700
Singer, Peter|1972|Famine, Affluence, and Morality|Philosophy and Public Affairs|1|3|229–243
Anscombe, G. E. M.|1958|Modern Moral Philosophy|Philosophy|33|124|1–19
Chomsky, Noam|1956|Three Models for the Description of Language|IRE Transactions on Information Theory|2|3|113–124
Chomsky, Noam|1959|A Review of B. F. Skinner’s Verbal Behavior|Language|35|1|26–58
Watson, J. D.; Crick, F. H. C.|1953|Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic Acid|Nature|171|4356|737–738|10.1038/171737a0
Hodgkin, A. L.; Huxley, A. F.|1952|A Quantitative Description of Membrane Current and Its Application to Conduction and Excitation in Nerve|The Journal of Physiology|117|4|500–544
Altschul, Stephen F.; Gish, Warren; Miller, Webb; Myers, Eugene W.; Lipman, David J.|1990|Basic Local Alignment Search Tool|Journal of Molecular Biology|215|3|403–410
Needleman, Saul B.; Wunsch, Christian D.|1970|A General Method Applicable to the Search for Similarities in the Amino Acid Sequence of Two Proteins|Journal of Molecular Biology|48|3|443–453
Smith, T. F.; Waterman, M. S.|1981|Identification of Common Molecular Subsequences|Journal of Molecular Biology|147|1|195–197
Jinek, Martin; Chylinski, Krzysztof; Fonfara, Ines; Hauer, Michael; Doudna, Jennifer A.; Charpentier, Emmanuelle|2012|A Programmable Dual-RNA–Guided DNA Endonuclease in Adaptive Bacterial Immunity|Science|337|6096|816–821
Ioannidis, John P. A.|2005|Why Most Published Research Findings Are False|PLoS Medicine|2|8|e124|10.1371/journal.pmed.0020124
Kimura, Motoo|1968|Evolutionary Rate at the Molecular Level|Nature|217|5129|624–626
Hamilton, W. D.|1964|The Genetical Evolution of Social Behaviour|Journal of Theoretical Biology|7|1|1–16
May, Robert M.|1976|Simple Mathematical Models with Very Complicated Dynamics|Nature|261|5560|459–467
Lorenz, Edward N.|1963|Deterministic Nonperiodic Flow|Journal of the Atmospheric Sciences|20|2|130–141
Hubble, Edwin|1929|A Relation between Distance and Radial Velocity among Extra-Galactic Nebulae|Proceedings of the National Academy of Sciences|15|3|168–173
Penzias, A. A.; Wilson, R. W.|1965|A Measurement of Excess Antenna Temperature at 4080 Mc/s|The Astrophysical Journal|142||419–421
Hawking, S. W.|1974|Black Hole Explosions?|Nature|248|5443|30–31
Einstein, Albert|1905|Zur Elektrodynamik bewegter Körper|Annalen der Physik|322|10|891–921
Einstein, A.; Podolsky, B.; Rosen, N.|1935|Can Quantum-Mechanical Description of Physical Reality Be Considered Complete?|Physical Review|47|10|777–780
Feynman, R. P.|1948|Space-Time Approach to Non-Relativistic Quantum Mechanics|Reviews of Modern Physics|20|2|367–387
Feynman, Richard P.|1982|Simulating Physics with Computers|International Journal of Theoretical Physics|21|6–7|467–488
Higgs, Peter W.|1964|Broken Symmetries and the Masses of Gauge Bosons|Physical Review Letters|13|16|508–509
Kohn, W.; Sham, L. J.|1965|Self-Consistent Equations Including Exchange and Correlation Effects|Physical Review|140|4A|A1133–A1138
Gödel, Kurt|1931|Über formal unentscheidbare Sätze der Principia Mathematica und verwandter Systeme I|Monatshefte für Mathematik und Physik|38|1|173–198
Church, Alonzo|1936|An Unsolvable Problem of Elementary Number Theory|American Journal of Mathematics|58|2|345–363
Wiles, Andrew|1995|Modular Elliptic Curves and Fermat’s Last Theorem|Annals of Mathematics|141|3|443–551
Erdős, Paul; Rényi, Alfréd|1960|On the Evolution of Random Graphs|Publications of the Mathematical Institute of the Hungarian Academy of Sciences|5||17–61
Wigner, Eugene P.|1960|The Unreasonable Effectiveness of Mathematics in the Natural Sciences|Communications on Pure and Applied Mathematics|13|1|1–14
Anderson, P. W.|1972|More Is Different|Science|177|4047|393–396
Bush, Vannevar|1945|As We May Think|The Atlantic Monthly|176|1|101–108
Licklider, J. C. R.|1960|Man-Computer Symbiosis|IRE Transactions on Human Factors in Electronics|1|1|4–11
Harris, Charles R.; Millman, K. Jarrod; van der Walt, Stéfan J.; Gommers, Ralf; Virtanen, Pauli; Cournapeau, David|2020|Array Programming with NumPy|Nature|585|7825|357–362|10.1038/s41586-020-2649-2
Hunter, John D.|2007|Matplotlib: A 2D Graphics Environment|Computing in Science and Engineering|9|3|90–95
Wickham, Hadley|2014|Tidy Data|Journal of Statistical Software|59|10|1–23
Wickham, Hadley|2011|The Split-Apply-Combine Strategy for Data Analysis|Journal of Statistical Software|40|1|1–29
Pedregosa, Fabian; Varoquaux, Gaël; Gramfort, Alexandre; Michel, Vincent; Thirion, Bertrand|2011|Scikit-learn: Machine Learning in Python|Journal of Machine Learning Research|12||2825–2830
Silver, David; Huang, Aja; Maddison, Chris J.; Guez, Arthur; Sifre, Laurent; van den Driessche, George|2016|Mastering the Game of Go with Deep Neural Networks and Tree Search|Nature|529|7587|484–489
Mnih, Volodymyr; Kavukcuoglu, Koray; Silver, David; Rusu, Andrei A.; Veness, Joel|2015|Human-Level Control through Deep Reinforcement Learning|Nature|518|7540|529–533
Jumper, John; Evans, Richard; Pritzel, Alexander; Green, Tim; Figurnov, Michael|2021|Highly Accurate Protein Structure Prediction with AlphaFold|Nature|596|7873|583–589
Haraway, Donna|1988|Situated Knowledges: The Science Question in Feminism and the Privilege of Partial Perspective|Feminist Studies|14|3|575–599
Winner, Langdon|1980|Do Artifacts Have Politics?|Daedalus|109|1|121–136
`;
