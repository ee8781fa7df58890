/** Real papers: authors | year | title | proceedings | pages | publisher | place. */
export const PAPERS = `
Seward, Julian; Nethercote, Nicholas|2005|Using Valgrind to Detect Undefined Value Errors with Bit-Precision|Proceedings of the USENIX Annual Technical Conference|17–30|USENIX Association|Anaheim, CA
Nethercote, Nicholas; Seward, Julian|2007|Valgrind: A Framework for Heavyweight Dynamic Binary Instrumentation|Proceedings of the 28th ACM SIGPLAN Conference on Programming Language Design and Implementation|89–100|ACM|San Diego, CA
Dean, Jeffrey; Ghemawat, Sanjay|2004|MapReduce: Simplified Data Processing on Large Clusters|Proceedings of the 6th Symposium on Operating Systems Design and Implementation|137–150|USENIX Association|San Francisco
Ghemawat, Sanjay; Gobioff, Howard; Leung, Shun-Tak|2003|The Google File System|Proceedings of the 19th ACM Symposium on Operating Systems Principles|29–43|ACM|New York
Ongaro, Diego; Ousterhout, John|2014|In Search of an Understandable Consensus Algorithm|Proceedings of the 2014 USENIX Annual Technical Conference|305–319|USENIX Association|Philadelphia
DeCandia, Giuseppe; Hastorun, Deniz; Jampani, Madan; Kakulapati, Gunavardhan; Lakshman, Avinash; Pilchin, Alex; Sivasubramanian, Swaminathan; Vosshall, Peter; Vogels, Werner|2007|Dynamo: Amazon’s Highly Available Key-Value Store|Proceedings of the 21st ACM Symposium on Operating Systems Principles|205–220|ACM|New York
Cook, Stephen A.|1971|The Complexity of Theorem-Proving Procedures|Proceedings of the Third Annual ACM Symposium on Theory of Computing|151–158|ACM|New York
Shor, Peter W.|1994|Algorithms for Quantum Computation: Discrete Logarithms and Factoring|Proceedings of the 35th Annual Symposium on Foundations of Computer Science|124–134|IEEE|Los Alamitos, CA
Grover, Lov K.|1996|A Fast Quantum Mechanical Algorithm for Database Search|Proceedings of the 28th Annual ACM Symposium on Theory of Computing|212–219|ACM|New York
Vaswani, Ashish; Shazeer, Noam; Parmar, Niki; Uszkoreit, Jakob; Jones, Llion; Gomez, Aidan N.; Kaiser, Łukasz; Polosukhin, Illia|2017|Attention Is All You Need|Advances in Neural Information Processing Systems|5998–6008|Curran Associates|Long Beach, CA
Krizhevsky, Alex; Sutskever, Ilya; Hinton, Geoffrey E.|2012|ImageNet Classification with Deep Convolutional Neural Networks|Advances in Neural Information Processing Systems|1097–1105|Curran Associates|Lake Tahoe, NV
Goodfellow, Ian; Pouget-Abadie, Jean; Mirza, Mehdi; Xu, Bing; Warde-Farley, David; Ozair, Sherjil; Courville, Aaron; Bengio, Yoshua|2014|Generative Adversarial Nets|Advances in Neural Information Processing Systems|2672–2680|Curran Associates|Montreal
Mikolov, Tomas; Sutskever, Ilya; Chen, Kai; Corrado, Greg S.; Dean, Jeff|2013|Distributed Representations of Words and Phrases and Their Compositionality|Advances in Neural Information Processing Systems|3111–3119|Curran Associates|Lake Tahoe, NV
He, Kaiming; Zhang, Xiangyu; Ren, Shaoqing; Sun, Jian|2016|Deep Residual Learning for Image Recognition|Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition|770–778|IEEE|Las Vegas, NV
Deng, Jia; Dong, Wei; Socher, Richard; Li, Li-Jia; Li, Kai; Fei-Fei, Li|2009|ImageNet: A Large-Scale Hierarchical Image Database|Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition|248–255|IEEE|Miami, FL
Devlin, Jacob; Chang, Ming-Wei; Lee, Kenton; Toutanova, Kristina|2019|BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding|Proceedings of the 2019 Conference of the North American Chapter of the Association for Computational Linguistics|4171–4186|Association for Computational Linguistics|Minneapolis, MN
Pennington, Jeffrey; Socher, Richard; Manning, Christopher D.|2014|GloVe: Global Vectors for Word Representation|Proceedings of the 2014 Conference on Empirical Methods in Natural Language Processing|1532–1543|Association for Computational Linguistics|Doha
Papineni, Kishore; Roukos, Salim; Ward, Todd; Zhu, Wei-Jing|2002|BLEU: A Method for Automatic Evaluation of Machine Translation|Proceedings of the 40th Annual Meeting of the Association for Computational Linguistics|311–318|Association for Computational Linguistics|Philadelphia
Ioffe, Sergey; Szegedy, Christian|2015|Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift|Proceedings of the 32nd International Conference on Machine Learning|448–456|PMLR|Lille
Glorot, Xavier; Bengio, Yoshua|2010|Understanding the Difficulty of Training Deep Feedforward Neural Networks|Proceedings of the Thirteenth International Conference on Artificial Intelligence and Statistics|249–256|PMLR|Sardinia
Lafferty, John D.; McCallum, Andrew; Pereira, Fernando C. N.|2001|Conditional Random Fields: Probabilistic Models for Segmenting and Labeling Sequence Data|Proceedings of the 18th International Conference on Machine Learning|282–289|Morgan Kaufmann|San Francisco
Chen, Tianqi; Guestrin, Carlos|2016|XGBoost: A Scalable Tree Boosting System|Proceedings of the 22nd ACM SIGKDD International Conference on Knowledge Discovery and Data Mining|785–794|ACM|New York
Ribeiro, Marco Tulio; Singh, Sameer; Guestrin, Carlos|2016|“Why Should I Trust You?”: Explaining the Predictions of Any Classifier|Proceedings of the 22nd ACM SIGKDD International Conference on Knowledge Discovery and Data Mining|1135–1144|ACM|New York
Agrawal, Rakesh; Srikant, Ramakrishnan|1994|Fast Algorithms for Mining Association Rules|Proceedings of the 20th International Conference on Very Large Data Bases|487–499|Morgan Kaufmann|San Francisco
Ester, Martin; Kriegel, Hans-Peter; Sander, Jörg; Xu, Xiaowei|1996|A Density-Based Algorithm for Discovering Clusters in Large Spatial Databases with Noise|Proceedings of the Second International Conference on Knowledge Discovery and Data Mining|226–231|AAAI Press|Portland, OR
Bender, Emily M.; Gebru, Timnit; McMillan-Major, Angelina; Shmitchell, Shmargaret|2021|On the Dangers of Stochastic Parrots: Can Language Models Be Too Big?|Proceedings of the 2021 ACM Conference on Fairness, Accountability, and Transparency|610–623|ACM|New York
Zaharia, Matei; Chowdhury, Mosharaf; Franklin, Michael J.; Shenker, Scott; Stoica, Ion|2010|Spark: Cluster Computing with Working Sets|Proceedings of the 2nd USENIX Conference on Hot Topics in Cloud Computing|1–7|USENIX Association|Boston
Lattner, Chris; Adve, Vikram|2004|LLVM: A Compilation Framework for Lifelong Program Analysis and Transformation|Proceedings of the International Symposium on Code Generation and Optimization|75–86|IEEE|San Jose, CA
Leroy, Xavier|2006|Formal Certification of a Compiler Back-End|Proceedings of the 33rd ACM Symposium on Principles of Programming Languages|42–54|ACM|New York
Klein, Gerwin; Elphinstone, Kevin; Heiser, Gernot; Andronick, June; Cock, David|2009|seL4: Formal Verification of an OS Kernel|Proceedings of the 22nd ACM Symposium on Operating Systems Principles|207–220|ACM|New York
Cousot, Patrick; Cousot, Radhia|1977|Abstract Interpretation: A Unified Lattice Model for Static Analysis of Programs|Proceedings of the 4th ACM Symposium on Principles of Programming Languages|238–252|ACM|New York
Claessen, Koen; Hughes, John|2000|QuickCheck: A Lightweight Tool for Random Testing of Haskell Programs|Proceedings of the Fifth ACM SIGPLAN International Conference on Functional Programming|268–279|ACM|New York
de Moura, Leonardo; Bjørner, Nikolaj|2008|Z3: An Efficient SMT Solver|Tools and Algorithms for the Construction and Analysis of Systems|337–340|Springer|Berlin
Moskewicz, Matthew W.; Madigan, Conor F.; Zhao, Ying; Zhang, Lintao; Malik, Sharad|2001|Chaff: Engineering an Efficient SAT Solver|Proceedings of the 38th Design Automation Conference|530–535|ACM|New York
Gentry, Craig|2009|Fully Homomorphic Encryption Using Ideal Lattices|Proceedings of the 41st Annual ACM Symposium on Theory of Computing|169–178|ACM|New York
Goldwasser, Shafi; Micali, Silvio; Rackoff, Charles|1985|The Knowledge Complexity of Interactive Proof-Systems|Proceedings of the 17th Annual ACM Symposium on Theory of Computing|291–304|ACM|New York
Yao, Andrew C.|1982|Protocols for Secure Computations|Proceedings of the 23rd Annual Symposium on Foundations of Computer Science|160–164|IEEE|Los Alamitos, CA
Dingledine, Roger; Mathewson, Nick; Syverson, Paul|2004|Tor: The Second-Generation Onion Router|Proceedings of the 13th USENIX Security Symposium|303–320|USENIX Association|San Diego, CA
Stoica, Ion; Morris, Robert; Karger, David; Kaashoek, M. Frans; Balakrishnan, Hari|2001|Chord: A Scalable Peer-to-Peer Lookup Service for Internet Applications|Proceedings of the 2001 ACM SIGCOMM Conference|149–160|ACM|New York
Jacobson, Van|1988|Congestion Avoidance and Control|Proceedings of the ACM SIGCOMM Symposium on Communications Architectures and Protocols|314–329|ACM|New York
Castro, Miguel; Liskov, Barbara|1999|Practical Byzantine Fault Tolerance|Proceedings of the Third Symposium on Operating Systems Design and Implementation|173–186|USENIX Association|New Orleans, LA
Sutherland, Ivan E.|1963|Sketchpad: A Man-Machine Graphical Communication System|Proceedings of the Spring Joint Computer Conference|329–346|Spartan Books|Detroit, MI
Engelbart, Douglas C.; English, William K.|1968|A Research Center for Augmenting Human Intellect|Proceedings of the Fall Joint Computer Conference|395–410|Thompson Book Company|Washington, DC
Nelson, Theodor H.|1965|Complex Information Processing: A File Structure for the Complex, the Changing and the Indeterminate|Proceedings of the 20th National Conference of the ACM|84–100|ACM|New York
Burrows, Mike|2006|The Chubby Lock Service for Loosely-Coupled Distributed Systems|Proceedings of the 7th Symposium on Operating Systems Design and Implementation|335–350|USENIX Association|Seattle, WA
Hunt, Patrick; Konar, Mahadev; Junqueira, Flavio P.; Reed, Benjamin|2010|ZooKeeper: Wait-Free Coordination for Internet-Scale Systems|Proceedings of the 2010 USENIX Annual Technical Conference|145–158|USENIX Association|Boston
`;

/** Real chapters: authors | year | title | book | editors | pages | publisher | place. */
export const CHAPTERS = `
Grice, H. P.|1975|Logic and Conversation|Syntax and Semantics, Volume 3: Speech Acts|Cole, Peter; Morgan, Jerry L.|41–58|Academic Press|New York
Bourdieu, Pierre|1986|The Forms of Capital|Handbook of Theory and Research for the Sociology of Education|Richardson, John G.|241–258|Greenwood Press|New York
Spivak, Gayatri Chakravorty|1988|Can the Subaltern Speak?|Marxism and the Interpretation of Culture|Nelson, Cary; Grossberg, Lawrence|271–313|University of Illinois Press|Urbana, IL
Fillmore, Charles J.|1968|The Case for Case|Universals in Linguistic Theory|Bach, Emmon; Harms, Robert T.|1–88|Holt, Rinehart and Winston|New York
Minsky, Marvin|1975|A Framework for Representing Knowledge|The Psychology of Computer Vision|Winston, Patrick Henry|211–277|McGraw-Hill|New York
Rumelhart, David E.; Hinton, Geoffrey E.; Williams, Ronald J.|1986|Learning Internal Representations by Error Propagation|Parallel Distributed Processing: Explorations in the Microstructure of Cognition|Rumelhart, David E.; McClelland, James L.|318–362|MIT Press|Cambridge, MA
Scott, Dana|1980|Relating Theories of the Lambda Calculus|To H. B. Curry: Essays on Combinatory Logic, Lambda Calculus and Formalism|Seldin, Jonathan P.; Hindley, J. Roger|403–450|Academic Press|London
Howard, William A.|1980|The Formulae-as-Types Notion of Construction|To H. B. Curry: Essays on Combinatory Logic, Lambda Calculus and Formalism|Seldin, Jonathan P.; Hindley, J. Roger|479–490|Academic Press|London
Barendregt, Henk|1992|Lambda Calculi with Types|Handbook of Logic in Computer Science|Abramsky, Samson; Gabbay, Dov M.; Maibaum, T. S. E.|117–309|Oxford University Press|Oxford
Dijkstra, Edsger W.|1972|Notes on Structured Programming|Structured Programming|Dahl, Ole-Johan; Dijkstra, Edsger W.; Hoare, C. A. R.|1–82|Academic Press|London
Karp, Richard M.|1972|Reducibility among Combinatorial Problems|Complexity of Computer Computations|Miller, Raymond E.; Thatcher, James W.|85–103|Plenum Press|New York
Geertz, Clifford|1973|Thick Description: Toward an Interpretive Theory of Culture|The Interpretation of Cultures|Geertz, Clifford|3–30|Basic Books|New York
Akaike, Hirotugu|1973|Information Theory and an Extension of the Maximum Likelihood Principle|Second International Symposium on Information Theory|Petrov, B. N.; Csáki, F.|267–281|Akadémiai Kiadó|Budapest
`;

/** Real theses: author | year | title | kind | university. */
export const THESES = `
Shannon, Claude E.|1937|A Symbolic Analysis of Relay and Switching Circuits|Master’s thesis|Massachusetts Institute of Technology
Fielding, Roy Thomas|2000|Architectural Styles and the Design of Network-based Software Architectures|Doctoral dissertation|University of California, Irvine
Nash, John F.|1950|Non-Cooperative Games|Doctoral dissertation|Princeton University
Turing, Alan M.|1938|Systems of Logic Based on Ordinals|Doctoral dissertation|Princeton University
Knuth, Donald E.|1963|Finite Semifields and Projective Planes|Doctoral dissertation|California Institute of Technology
Hopper, Grace Murray|1934|New Types of Irreducibility Criteria|Doctoral dissertation|Yale University
Sutherland, Ivan E.|1963|Sketchpad: A Man-Machine Graphical Communication System|Doctoral dissertation|Massachusetts Institute of Technology
Okasaki, Chris|1996|Purely Functional Data Structures|Doctoral dissertation|Carnegie Mellon University
Armstrong, Joe|2003|Making Reliable Distributed Systems in the Presence of Software Errors|Doctoral dissertation|Royal Institute of Technology
Gentry, Craig|2009|A Fully Homomorphic Encryption Scheme|Doctoral dissertation|Stanford University
Nethercote, Nicholas|2004|Dynamic Binary Analysis and Instrumentation|Doctoral dissertation|University of Cambridge
Ongaro, Diego|2014|Consensus: Bridging Theory and Practice|Doctoral dissertation|Stanford University
Petri, Carl Adam|1962|Kommunikation mit Automaten|Doctoral dissertation|Technische Universität Darmstadt
Feynman, Richard P.|1942|The Principle of Least Action in Quantum Mechanics|Doctoral dissertation|Princeton University
`;

/** Real reports: authors | year | title | kind | number | institution. */
export const REPORTS = `
Page, Lawrence; Brin, Sergey; Motwani, Rajeev; Winograd, Terry|1999|The PageRank Citation Ranking: Bringing Order to the Web|Technical Report|1999-66|Stanford InfoLab
Drepper, Ulrich|2007|What Every Programmer Should Know About Memory|Technical Report||Red Hat, Inc.
Engelbart, Douglas C.|1962|Augmenting Human Intellect: A Conceptual Framework|Summary Report|AFOSR-3223|Stanford Research Institute
Baran, Paul|1964|On Distributed Communications: Introduction to Distributed Communications Networks|Research Memorandum|RM-3420-PR|RAND Corporation
Lampson, Butler W.|1983|Hints for Computer System Design|Technical Report|CSL-83-8|Xerox Palo Alto Research Center
von Neumann, John|1945|First Draft of a Report on the EDVAC|Technical Report||University of Pennsylvania
Sussman, Gerald Jay; Steele, Guy L.|1975|Scheme: An Interpreter for Extended Lambda Calculus|AI Memo|349|Massachusetts Institute of Technology
Krizhevsky, Alex|2009|Learning Multiple Layers of Features from Tiny Images|Technical Report||University of Toronto
`;

/** Real pages: authors | year | month | day | title | site | address. */
export const PAGES = `
Spolsky, Joel|2000|8|9|The Joel Test: 12 Steps to Better Code|Joel on Software|https://www.joelonsoftware.com/2000/08/09/the-joel-test-12-steps-to-better-code/
Spolsky, Joel|2002|11|11|The Law of Leaky Abstractions|Joel on Software|https://www.joelonsoftware.com/2002/11/11/the-law-of-leaky-abstractions/
Fowler, Martin|2014|3|25|Microservices|martinfowler.com|https://martinfowler.com/articles/microservices.html
Fowler, Martin|2004|1|23|Inversion of Control Containers and the Dependency Injection Pattern|martinfowler.com|https://martinfowler.com/articles/injection.html
Graham, Paul|2003|4|1|The Hundred-Year Language|paulgraham.com|https://www.paulgraham.com/hundred.html
Graham, Paul|2009|7|1|Maker’s Schedule, Manager’s Schedule|paulgraham.com|https://www.paulgraham.com/makersschedule.html
Karpathy, Andrej|2015|5|21|The Unreasonable Effectiveness of Recurrent Neural Networks|Andrej Karpathy Blog|https://karpathy.github.io/2015/05/21/rnn-effectiveness/
Olah, Christopher|2015|8|27|Understanding LSTM Networks|Colah’s Blog|https://colah.github.io/posts/2015-08-Understanding-LSTMs/
Alammar, Jay|2018|6|27|The Illustrated Transformer|Jay Alammar|https://jalammar.github.io/illustrated-transformer/
Weng, Lilian|2018|6|24|Attention? Attention!|Lil’Log|https://lilianweng.github.io/posts/2018-06-24-attention/
Preston-Werner, Tom|2008|11|17|Blogging Like a Hacker|tom.preston-werner.com|https://tom.preston-werner.com/2008/11/17/blogging-like-a-hacker.html
Driessen, Vincent|2010|1|5|A Successful Git Branching Model|nvie.com|https://nvie.com/posts/a-successful-git-branching-model/
Nystrom, Bob|2015|2|1|What Color Is Your Function?|journal.stuffwithstuff.com|https://journal.stuffwithstuff.com/2015/02/01/what-color-is-your-function/
Cox, Russ|2007|1|1|Regular Expression Matching Can Be Simple and Fast|swtch.com|https://swtch.com/~rsc/regexp/regexp1.html
Norvig, Peter|2007|2|1|How to Write a Spelling Corrector|norvig.com|https://norvig.com/spell-correct.html
Appleton, Maggie|2020|4|1|A Brief History and Ethos of the Digital Garden|maggieappleton.com|https://maggieappleton.com/garden-history
`;

/** Real preprints: authors | year | title | arXiv id. */
export const PREPRINTS = `
Kingma, Diederik P.; Ba, Jimmy|2014|Adam: A Method for Stochastic Optimization|1412.6980
Kingma, Diederik P.; Welling, Max|2013|Auto-Encoding Variational Bayes|1312.6114
Simonyan, Karen; Zisserman, Andrew|2014|Very Deep Convolutional Networks for Large-Scale Image Recognition|1409.1556
Bahdanau, Dzmitry; Cho, Kyunghyun; Bengio, Yoshua|2014|Neural Machine Translation by Jointly Learning to Align and Translate|1409.0473
Hinton, Geoffrey; Vinyals, Oriol; Dean, Jeff|2015|Distilling the Knowledge in a Neural Network|1503.02531
Ba, Jimmy Lei; Kiros, Jamie Ryan; Hinton, Geoffrey E.|2016|Layer Normalization|1607.06450
Mikolov, Tomas; Chen, Kai; Corrado, Greg; Dean, Jeffrey|2013|Efficient Estimation of Word Representations in Vector Space|1301.3781
Radford, Alec; Metz, Luke; Chintala, Soumith|2015|Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks|1511.06434
Schulman, John; Wolski, Filip; Dhariwal, Prafulla; Radford, Alec; Klimov, Oleg|2017|Proximal Policy Optimization Algorithms|1707.06347
Liu, Yinhan; Ott, Myle; Goyal, Naman; Du, Jingfei; Joshi, Mandar|2019|RoBERTa: A Robustly Optimized BERT Pretraining Approach|1907.11692
Kaplan, Jared; McCandlish, Sam; Henighan, Tom; Brown, Tom B.; Chess, Benjamin|2020|Scaling Laws for Neural Language Models|2001.08361
Hendrycks, Dan; Gimpel, Kevin|2016|Gaussian Error Linear Units (GELUs)|1606.08415
Redmon, Joseph; Farhadi, Ali|2018|YOLOv3: An Incremental Improvement|1804.02767
Howard, Andrew G.; Zhu, Menglong; Chen, Bo; Kalenichenko, Dmitry|2017|MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications|1704.04861
McInnes, Leland; Healy, John; Melville, James|2018|UMAP: Uniform Manifold Approximation and Projection for Dimension Reduction|1802.03426
Doshi-Velez, Finale; Kim, Been|2017|Towards A Rigorous Science of Interpretable Machine Learning|1702.08608
Szegedy, Christian; Zaremba, Wojciech; Sutskever, Ilya; Bruna, Joan; Erhan, Dumitru|2013|Intriguing Properties of Neural Networks|1312.6199
Graves, Alex|2013|Generating Sequences with Recurrent Neural Networks|1308.0850
Amodei, Dario; Olah, Chris; Steinhardt, Jacob; Christiano, Paul; Schulman, John; Mané, Dan|2016|Concrete Problems in AI Safety|1606.06565
Chollet, François|2019|On the Measure of Intelligence|1911.01547
`;
