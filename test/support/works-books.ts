/** Real books: authors | year | title | publisher | place | edition. */
export const BOOKS = `
Knuth, Donald E.|1997|The Art of Computer Programming, Volume 1: Fundamental Algorithms|Addison-Wesley|Reading, MA|3
Knuth, Donald E.|1997|The Art of Computer Programming, Volume 2: Seminumerical Algorithms|Addison-Wesley|Reading, MA|3
Knuth, Donald E.|1998|The Art of Computer Programming, Volume 3: Sorting and Searching|Addison-Wesley|Reading, MA|2
Knuth, Donald E.|1984|The TeXbook|Addison-Wesley|Reading, MA
Knuth, Donald E.|1992|Literate Programming|Center for the Study of Language and Information|Stanford, CA
Graham, Ronald L.; Knuth, Donald E.; Patashnik, Oren|1994|Concrete Mathematics: A Foundation for Computer Science|Addison-Wesley|Reading, MA|2
Love, Robert|2010|Linux Kernel Development|Addison-Wesley|Upper Saddle River, NJ|3
Kernighan, Brian W.; Ritchie, Dennis M.|1988|The C Programming Language|Prentice Hall|Englewood Cliffs, NJ|2
Kernighan, Brian W.; Pike, Rob|1984|The Unix Programming Environment|Prentice Hall|Englewood Cliffs, NJ
Kernighan, Brian W.; Pike, Rob|1999|The Practice of Programming|Addison-Wesley|Reading, MA
Donovan, Alan A. A.; Kernighan, Brian W.|2015|The Go Programming Language|Addison-Wesley|New York
Stroustrup, Bjarne|2013|The C++ Programming Language|Addison-Wesley|Upper Saddle River, NJ|4
Stroustrup, Bjarne|1994|The Design and Evolution of C++|Addison-Wesley|Reading, MA
Meyers, Scott|2014|Effective Modern C++|O’Reilly Media|Sebastopol, CA
Cormen, Thomas H.; Leiserson, Charles E.; Rivest, Ronald L.; Stein, Clifford|2009|Introduction to Algorithms|MIT Press|Cambridge, MA|3
Sedgewick, Robert; Wayne, Kevin|2011|Algorithms|Addison-Wesley|Upper Saddle River, NJ|4
Abelson, Harold; Sussman, Gerald Jay; Sussman, Julie|1996|Structure and Interpretation of Computer Programs|MIT Press|Cambridge, MA|2
Gamma, Erich; Helm, Richard; Johnson, Ralph; Vlissides, John|1994|Design Patterns: Elements of Reusable Object-Oriented Software|Addison-Wesley|Reading, MA
Fowler, Martin|1999|Refactoring: Improving the Design of Existing Code|Addison-Wesley|Reading, MA
Fowler, Martin|2002|Patterns of Enterprise Application Architecture|Addison-Wesley|Boston
Brooks, Frederick P.|1975|The Mythical Man-Month: Essays on Software Engineering|Addison-Wesley|Reading, MA
Hunt, Andrew; Thomas, David|1999|The Pragmatic Programmer: From Journeyman to Master|Addison-Wesley|Reading, MA
McConnell, Steve|2004|Code Complete|Microsoft Press|Redmond, WA|2
Martin, Robert C.|2008|Clean Code: A Handbook of Agile Software Craftsmanship|Prentice Hall|Upper Saddle River, NJ
Martin, Robert C.|2017|Clean Architecture: A Craftsman’s Guide to Software Structure and Design|Prentice Hall|Boston
Evans, Eric|2003|Domain-Driven Design: Tackling Complexity in the Heart of Software|Addison-Wesley|Boston
Beck, Kent|1999|Extreme Programming Explained: Embrace Change|Addison-Wesley|Reading, MA
Beck, Kent|2002|Test-Driven Development: By Example|Addison-Wesley|Boston
Feathers, Michael C.|2004|Working Effectively with Legacy Code|Prentice Hall|Upper Saddle River, NJ
Kleppmann, Martin|2017|Designing Data-Intensive Applications|O’Reilly Media|Sebastopol, CA
Tanenbaum, Andrew S.; Bos, Herbert|2014|Modern Operating Systems|Pearson|Boston|4
Tanenbaum, Andrew S.; Wetherall, David J.|2011|Computer Networks|Prentice Hall|Boston|5
Silberschatz, Abraham; Galvin, Peter B.; Gagne, Greg|2012|Operating System Concepts|Wiley|Hoboken, NJ|9
Hennessy, John L.; Patterson, David A.|2011|Computer Architecture: A Quantitative Approach|Morgan Kaufmann|Waltham, MA|5
Patterson, David A.; Hennessy, John L.|2013|Computer Organization and Design: The Hardware/Software Interface|Morgan Kaufmann|Waltham, MA|5
Bryant, Randal E.; O’Hallaron, David R.|2015|Computer Systems: A Programmer’s Perspective|Pearson|Boston|3
Aho, Alfred V.; Lam, Monica S.; Sethi, Ravi; Ullman, Jeffrey D.|2006|Compilers: Principles, Techniques, and Tools|Addison-Wesley|Boston|2
Aho, Alfred V.; Kernighan, Brian W.; Weinberger, Peter J.|1988|The AWK Programming Language|Addison-Wesley|Reading, MA
Appel, Andrew W.|1998|Modern Compiler Implementation in ML|Cambridge University Press|Cambridge
Pierce, Benjamin C.|2002|Types and Programming Languages|MIT Press|Cambridge, MA
Harper, Robert|2016|Practical Foundations for Programming Languages|Cambridge University Press|Cambridge|2
Winskel, Glynn|1993|The Formal Semantics of Programming Languages|MIT Press|Cambridge, MA
Hopcroft, John E.; Motwani, Rajeev; Ullman, Jeffrey D.|2006|Introduction to Automata Theory, Languages, and Computation|Pearson|Boston|3
Sipser, Michael|2012|Introduction to the Theory of Computation|Cengage Learning|Boston|3
Garey, Michael R.; Johnson, David S.|1979|Computers and Intractability: A Guide to the Theory of NP-Completeness|W. H. Freeman|San Francisco
Papadimitriou, Christos H.|1994|Computational Complexity|Addison-Wesley|Reading, MA
Arora, Sanjeev; Barak, Boaz|2009|Computational Complexity: A Modern Approach|Cambridge University Press|Cambridge
Kleinberg, Jon; Tardos, Éva|2005|Algorithm Design|Addison-Wesley|Boston
Dijkstra, Edsger W.|1976|A Discipline of Programming|Prentice Hall|Englewood Cliffs, NJ
Wirth, Niklaus|1976|Algorithms + Data Structures = Programs|Prentice Hall|Englewood Cliffs, NJ
Hoare, C. A. R.|1985|Communicating Sequential Processes|Prentice Hall|Englewood Cliffs, NJ
Milner, Robin|1989|Communication and Concurrency|Prentice Hall|New York
Lamport, Leslie|2002|Specifying Systems|Addison-Wesley|Boston
Lamport, Leslie|1994|LaTeX: A Document Preparation System|Addison-Wesley|Reading, MA|2
Lynch, Nancy A.|1996|Distributed Algorithms|Morgan Kaufmann|San Francisco
Herlihy, Maurice; Shavit, Nir|2008|The Art of Multiprocessor Programming|Morgan Kaufmann|Burlington, MA
Gray, Jim; Reuter, Andreas|1992|Transaction Processing: Concepts and Techniques|Morgan Kaufmann|San Mateo, CA
Date, C. J.|2003|An Introduction to Database Systems|Addison-Wesley|Boston|8
Russell, Stuart; Norvig, Peter|2009|Artificial Intelligence: A Modern Approach|Prentice Hall|Upper Saddle River, NJ|3
Norvig, Peter|1992|Paradigms of Artificial Intelligence Programming|Morgan Kaufmann|San Mateo, CA
Bishop, Christopher M.|2006|Pattern Recognition and Machine Learning|Springer|New York
Hastie, Trevor; Tibshirani, Robert; Friedman, Jerome|2009|The Elements of Statistical Learning|Springer|New York|2
Goodfellow, Ian; Bengio, Yoshua; Courville, Aaron|2016|Deep Learning|MIT Press|Cambridge, MA
Murphy, Kevin P.|2012|Machine Learning: A Probabilistic Perspective|MIT Press|Cambridge, MA
Mitchell, Tom M.|1997|Machine Learning|McGraw-Hill|New York
MacKay, David J. C.|2003|Information Theory, Inference, and Learning Algorithms|Cambridge University Press|Cambridge
Sutton, Richard S.; Barto, Andrew G.|2018|Reinforcement Learning: An Introduction|MIT Press|Cambridge, MA|2
Vapnik, Vladimir N.|1995|The Nature of Statistical Learning Theory|Springer|New York
Pearl, Judea|2009|Causality: Models, Reasoning, and Inference|Cambridge University Press|Cambridge|2
Pearl, Judea|1988|Probabilistic Reasoning in Intelligent Systems: Networks of Plausible Inference|Morgan Kaufmann|San Mateo, CA
Koller, Daphne; Friedman, Nir|2009|Probabilistic Graphical Models: Principles and Techniques|MIT Press|Cambridge, MA
Jurafsky, Daniel; Martin, James H.|2009|Speech and Language Processing|Prentice Hall|Upper Saddle River, NJ|2
Manning, Christopher D.; Raghavan, Prabhakar; Schütze, Hinrich|2008|Introduction to Information Retrieval|Cambridge University Press|Cambridge
Manning, Christopher D.; Schütze, Hinrich|1999|Foundations of Statistical Natural Language Processing|MIT Press|Cambridge, MA
Minsky, Marvin; Papert, Seymour|1969|Perceptrons: An Introduction to Computational Geometry|MIT Press|Cambridge, MA
Minsky, Marvin|1986|The Society of Mind|Simon and Schuster|New York
Papert, Seymour|1980|Mindstorms: Children, Computers, and Powerful Ideas|Basic Books|New York
Simon, Herbert A.|1996|The Sciences of the Artificial|MIT Press|Cambridge, MA|3
Wiener, Norbert|1948|Cybernetics: Or Control and Communication in the Animal and the Machine|MIT Press|Cambridge, MA
Shannon, Claude E.; Weaver, Warren|1949|The Mathematical Theory of Communication|University of Illinois Press|Urbana, IL
Cover, Thomas M.; Thomas, Joy A.|2006|Elements of Information Theory|Wiley|Hoboken, NJ|2
Hofstadter, Douglas R.|1979|Gödel, Escher, Bach: An Eternal Golden Braid|Basic Books|New York
Penrose, Roger|1989|The Emperor’s New Mind|Oxford University Press|Oxford
Weizenbaum, Joseph|1976|Computer Power and Human Reason: From Judgment to Calculation|W. H. Freeman|San Francisco
Dreyfus, Hubert L.|1972|What Computers Can’t Do|Harper and Row|New York
Levy, Steven|1984|Hackers: Heroes of the Computer Revolution|Doubleday|Garden City, NY
Raymond, Eric S.|1999|The Cathedral and the Bazaar|O’Reilly Media|Sebastopol, CA
Stevens, W. Richard|1994|TCP/IP Illustrated, Volume 1: The Protocols|Addison-Wesley|Reading, MA
Stevens, W. Richard; Rago, Stephen A.|2013|Advanced Programming in the UNIX Environment|Addison-Wesley|Upper Saddle River, NJ|3
Schneier, Bruce|1996|Applied Cryptography|Wiley|New York|2
Anderson, Ross|2008|Security Engineering|Wiley|Indianapolis, IN|2
Menezes, Alfred J.; van Oorschot, Paul C.; Vanstone, Scott A.|1996|Handbook of Applied Cryptography|CRC Press|Boca Raton, FL
Katz, Jonathan; Lindell, Yehuda|2014|Introduction to Modern Cryptography|CRC Press|Boca Raton, FL|2
Nielsen, Michael A.; Chuang, Isaac L.|2000|Quantum Computation and Quantum Information|Cambridge University Press|Cambridge
Tufte, Edward R.|1983|The Visual Display of Quantitative Information|Graphics Press|Cheshire, CT
Norman, Donald A.|1988|The Psychology of Everyday Things|Basic Books|New York
Nielsen, Jakob|1993|Usability Engineering|Academic Press|Boston
Bringhurst, Robert|2004|The Elements of Typographic Style|Hartley and Marks|Point Roberts, WA|3
Strunk, William; White, E. B.|1999|The Elements of Style|Allyn and Bacon|Boston|4
Alexander, Christopher; Ishikawa, Sara; Silverstein, Murray|1977|A Pattern Language: Towns, Buildings, Construction|Oxford University Press|New York
Jacobs, Jane|1961|The Death and Life of Great American Cities|Random House|New York
Klabnik, Steve; Nichols, Carol|2018|The Rust Programming Language|No Starch Press|San Francisco
Bloch, Joshua|2018|Effective Java|Addison-Wesley|Boston|3
Goetz, Brian|2006|Java Concurrency in Practice|Addison-Wesley|Upper Saddle River, NJ
Crockford, Douglas|2008|JavaScript: The Good Parts|O’Reilly Media|Sebastopol, CA
Ramalho, Luciano|2015|Fluent Python|O’Reilly Media|Sebastopol, CA
Lutz, Mark|2013|Learning Python|O’Reilly Media|Sebastopol, CA|5
McKinney, Wes|2012|Python for Data Analysis|O’Reilly Media|Sebastopol, CA
Wickham, Hadley; Grolemund, Garrett|2016|R for Data Science|O’Reilly Media|Sebastopol, CA
Wickham, Hadley|2014|Advanced R|CRC Press|Boca Raton, FL
Okasaki, Chris|1998|Purely Functional Data Structures|Cambridge University Press|Cambridge
Hutton, Graham|2016|Programming in Haskell|Cambridge University Press|Cambridge|2
Bird, Richard; Wadler, Philip|1988|Introduction to Functional Programming|Prentice Hall|New York
Felleisen, Matthias; Findler, Robert Bruce; Flatt, Matthew; Krishnamurthi, Shriram|2001|How to Design Programs|MIT Press|Cambridge, MA
Friedman, Daniel P.; Felleisen, Matthias|1995|The Little Schemer|MIT Press|Cambridge, MA|4
Graham, Paul|2004|Hackers and Painters: Big Ideas from the Computer Age|O’Reilly Media|Sebastopol, CA
Graham, Paul|1993|On Lisp: Advanced Techniques for Common Lisp|Prentice Hall|Englewood Cliffs, NJ
Polya, George|1945|How to Solve It: A New Aspect of Mathematical Method|Princeton University Press|Princeton, NJ
Hardy, G. H.|1940|A Mathematician’s Apology|Cambridge University Press|Cambridge
Hardy, G. H.; Wright, E. M.|1938|An Introduction to the Theory of Numbers|Oxford University Press|Oxford
Rudin, Walter|1976|Principles of Mathematical Analysis|McGraw-Hill|New York|3
Spivak, Michael|1967|Calculus|W. A. Benjamin|New York
Axler, Sheldon|2015|Linear Algebra Done Right|Springer|Cham|3
Strang, Gilbert|2016|Introduction to Linear Algebra|Wellesley-Cambridge Press|Wellesley, MA|5
Mac Lane, Saunders|1971|Categories for the Working Mathematician|Springer|New York
Lang, Serge|2002|Algebra|Springer|New York|3
Munkres, James R.|2000|Topology|Prentice Hall|Upper Saddle River, NJ|2
Hartshorne, Robin|1977|Algebraic Geometry|Springer|New York
Aigner, Martin; Ziegler, Günter M.|1998|Proofs from THE BOOK|Springer|Berlin
Feller, William|1968|An Introduction to Probability Theory and Its Applications|Wiley|New York|3
Boyd, Stephen; Vandenberghe, Lieven|2004|Convex Optimization|Cambridge University Press|Cambridge
Nocedal, Jorge; Wright, Stephen J.|2006|Numerical Optimization|Springer|New York|2
Golub, Gene H.; Van Loan, Charles F.|2013|Matrix Computations|Johns Hopkins University Press|Baltimore|4
Trefethen, Lloyd N.; Bau, David|1997|Numerical Linear Algebra|SIAM|Philadelphia
Gelman, Andrew; Hill, Jennifer|2006|Data Analysis Using Regression and Multilevel/Hierarchical Models|Cambridge University Press|Cambridge
McElreath, Richard|2015|Statistical Rethinking: A Bayesian Course with Examples in R and Stan|CRC Press|Boca Raton, FL
Fisher, Ronald A.|1925|Statistical Methods for Research Workers|Oliver and Boyd|Edinburgh
Tukey, John W.|1977|Exploratory Data Analysis|Addison-Wesley|Reading, MA
Mandelbrot, Benoit B.|1982|The Fractal Geometry of Nature|W. H. Freeman|San Francisco
von Neumann, John; Morgenstern, Oskar|1944|Theory of Games and Economic Behavior|Princeton University Press|Princeton, NJ
Feynman, Richard P.|1985|QED: The Strange Theory of Light and Matter|Princeton University Press|Princeton, NJ
Feynman, Richard P.; Leighton, Robert B.; Sands, Matthew|1963|The Feynman Lectures on Physics|Addison-Wesley|Reading, MA
Jackson, John David|1999|Classical Electrodynamics|Wiley|New York|3
Goldstein, Herbert|1980|Classical Mechanics|Addison-Wesley|Reading, MA|2
Griffiths, David J.|2004|Introduction to Quantum Mechanics|Prentice Hall|Upper Saddle River, NJ|2
Misner, Charles W.; Thorne, Kip S.; Wheeler, John Archibald|1973|Gravitation|W. H. Freeman|San Francisco
Hawking, Stephen W.|1988|A Brief History of Time|Bantam Books|New York
Weinberg, Steven|1977|The First Three Minutes|Basic Books|New York
Sagan, Carl|1980|Cosmos|Random House|New York
Schrödinger, Erwin|1944|What Is Life?|Cambridge University Press|Cambridge
Heisenberg, Werner|1958|Physics and Philosophy: The Revolution in Modern Science|Harper and Brothers|New York
Dirac, Paul A. M.|1930|The Principles of Quantum Mechanics|Oxford University Press|Oxford
Kuhn, Thomas S.|1962|The Structure of Scientific Revolutions|University of Chicago Press|Chicago
Popper, Karl R.|1959|The Logic of Scientific Discovery|Hutchinson|London
Darwin, Charles|1859|On the Origin of Species by Means of Natural Selection|John Murray|London
Darwin, Charles|1871|The Descent of Man, and Selection in Relation to Sex|John Murray|London
Dawkins, Richard|1976|The Selfish Gene|Oxford University Press|Oxford
Gould, Stephen Jay|1981|The Mismeasure of Man|W. W. Norton|New York
Wilson, Edward O.|1975|Sociobiology: The New Synthesis|Harvard University Press|Cambridge, MA
Watson, James D.|1968|The Double Helix|Atheneum|New York
Carson, Rachel|1962|Silent Spring|Houghton Mifflin|Boston
Diamond, Jared|1997|Guns, Germs, and Steel: The Fates of Human Societies|W. W. Norton|New York
Pinker, Steven|1994|The Language Instinct: How the Mind Creates Language|William Morrow|New York
Pinker, Steven|2002|The Blank Slate: The Modern Denial of Human Nature|Viking|New York
Chomsky, Noam|1957|Syntactic Structures|Mouton|The Hague
Chomsky, Noam|1965|Aspects of the Theory of Syntax|MIT Press|Cambridge, MA
de Saussure, Ferdinand|1916|Cours de linguistique générale|Payot|Paris
Kahneman, Daniel|2011|Thinking, Fast and Slow|Farrar, Straus and Giroux|New York
Taleb, Nassim Nicholas|2007|The Black Swan: The Impact of the Highly Improbable|Random House|New York
Smith, Adam|1776|An Inquiry into the Nature and Causes of the Wealth of Nations|W. Strahan and T. Cadell|London
Keynes, John Maynard|1936|The General Theory of Employment, Interest and Money|Macmillan|London
Hayek, Friedrich A.|1944|The Road to Serfdom|Routledge|London
Piketty, Thomas|2014|Capital in the Twenty-First Century|Harvard University Press|Cambridge, MA
Schumpeter, Joseph A.|1942|Capitalism, Socialism and Democracy|Harper and Brothers|New York
Olson, Mancur|1965|The Logic of Collective Action: Public Goods and the Theory of Groups|Harvard University Press|Cambridge, MA
Ostrom, Elinor|1990|Governing the Commons: The Evolution of Institutions for Collective Action|Cambridge University Press|Cambridge
Scott, James C.|1998|Seeing Like a State|Yale University Press|New Haven, CT
Anderson, Benedict|1983|Imagined Communities: Reflections on the Origin and Spread of Nationalism|Verso|London
Arendt, Hannah|1958|The Human Condition|University of Chicago Press|Chicago
Arendt, Hannah|1951|The Origins of Totalitarianism|Harcourt, Brace|New York
Rawls, John|1971|A Theory of Justice|Harvard University Press|Cambridge, MA
Nozick, Robert|1974|Anarchy, State, and Utopia|Basic Books|New York
MacIntyre, Alasdair|1981|After Virtue: A Study in Moral Theory|University of Notre Dame Press|Notre Dame, IN
Parfit, Derek|1984|Reasons and Persons|Oxford University Press|Oxford
Wittgenstein, Ludwig|1953|Philosophical Investigations|Basil Blackwell|Oxford
Wittgenstein, Ludwig|1922|Tractatus Logico-Philosophicus|Kegan Paul|London
Quine, Willard Van Orman|1960|Word and Object|MIT Press|Cambridge, MA
Austin, J. L.|1962|How to Do Things with Words|Oxford University Press|Oxford
Searle, John R.|1969|Speech Acts: An Essay in the Philosophy of Language|Cambridge University Press|Cambridge
Kripke, Saul A.|1980|Naming and Necessity|Harvard University Press|Cambridge, MA
Ryle, Gilbert|1949|The Concept of Mind|Hutchinson|London
Dennett, Daniel C.|1991|Consciousness Explained|Little, Brown|Boston
Chalmers, David J.|1996|The Conscious Mind: In Search of a Fundamental Theory|Oxford University Press|New York
Heidegger, Martin|1927|Sein und Zeit|Max Niemeyer Verlag|Tübingen
Husserl, Edmund|1900|Logische Untersuchungen|Max Niemeyer Verlag|Halle
Gadamer, Hans-Georg|1960|Wahrheit und Methode|Mohr Siebeck|Tübingen
Adorno, Theodor W.|1966|Negative Dialektik|Suhrkamp|Frankfurt am Main
Habermas, Jürgen|1981|Theorie des kommunikativen Handelns|Suhrkamp|Frankfurt am Main
Luhmann, Niklas|1984|Soziale Systeme: Grundriß einer allgemeinen Theorie|Suhrkamp|Frankfurt am Main
Weber, Max|1922|Wirtschaft und Gesellschaft|Mohr Siebeck|Tübingen
Bourdieu, Pierre|1979|La distinction: critique sociale du jugement|Éditions de Minuit|Paris
Foucault, Michel|1966|Les mots et les choses: une archéologie des sciences humaines|Gallimard|Paris
Foucault, Michel|1975|Surveiller et punir: naissance de la prison|Gallimard|Paris
Derrida, Jacques|1967|De la grammatologie|Éditions de Minuit|Paris
Deleuze, Gilles; Guattari, Félix|1980|Mille plateaux|Éditions de Minuit|Paris
Barthes, Roland|1957|Mythologies|Éditions du Seuil|Paris
Lévi-Strauss, Claude|1955|Tristes tropiques|Plon|Paris
Sartre, Jean-Paul|1943|L’être et le néant: essai d’ontologie phénoménologique|Gallimard|Paris
de Beauvoir, Simone|1949|Le deuxième sexe|Gallimard|Paris
Merleau-Ponty, Maurice|1945|Phénoménologie de la perception|Gallimard|Paris
Braudel, Fernand|1949|La Méditerranée et le monde méditerranéen à l’époque de Philippe II|Armand Colin|Paris
Latour, Bruno|1987|Science in Action: How to Follow Scientists and Engineers through Society|Harvard University Press|Cambridge, MA
Latour, Bruno|2005|Reassembling the Social: An Introduction to Actor-Network-Theory|Oxford University Press|Oxford
Latour, Bruno; Woolgar, Steve|1979|Laboratory Life: The Social Construction of Scientific Facts|Sage Publications|Beverly Hills, CA
Goffman, Erving|1959|The Presentation of Self in Everyday Life|Doubleday|Garden City, NY
Berger, Peter L.; Luckmann, Thomas|1966|The Social Construction of Reality|Doubleday|Garden City, NY
Geertz, Clifford|1973|The Interpretation of Cultures|Basic Books|New York
Butler, Judith|1990|Gender Trouble: Feminism and the Subversion of Identity|Routledge|New York
Said, Edward W.|1978|Orientalism|Pantheon Books|New York
Haraway, Donna J.|1991|Simians, Cyborgs, and Women: The Reinvention of Nature|Routledge|New York
McLuhan, Marshall|1964|Understanding Media: The Extensions of Man|McGraw-Hill|New York
Castells, Manuel|1996|The Rise of the Network Society|Blackwell|Oxford
Putnam, Robert D.|2000|Bowling Alone: The Collapse and Revival of American Community|Simon and Schuster|New York
Zuboff, Shoshana|2019|The Age of Surveillance Capitalism|PublicAffairs|New York
O’Neil, Cathy|2016|Weapons of Math Destruction|Crown|New York
Noble, Safiya Umoja|2018|Algorithms of Oppression: How Search Engines Reinforce Racism|New York University Press|New York
Bostrom, Nick|2014|Superintelligence: Paths, Dangers, Strategies|Oxford University Press|Oxford
Benkler, Yochai|2006|The Wealth of Networks|Yale University Press|New Haven, CT
Lessig, Lawrence|1999|Code and Other Laws of Cyberspace|Basic Books|New York
Eco, Umberto|1980|Il nome della rosa|Bompiani|Milano
Calvino, Italo|1972|Le città invisibili|Einaudi|Torino
García Márquez, Gabriel|1967|Cien años de soledad|Editorial Sudamericana|Buenos Aires
Borges, Jorge Luis|1944|Ficciones|Sur|Buenos Aires
Orwell, George|1949|Nineteen Eighty-Four|Secker and Warburg|London
Woolf, Virginia|1929|A Room of One’s Own|Hogarth Press|London
Morrison, Toni|1987|Beloved|Alfred A. Knopf|New York
Le Guin, Ursula K.|1969|The Left Hand of Darkness|Ace Books|New York
Gibson, William|1984|Neuromancer|Ace Books|New York
Asimov, Isaac|1950|I, Robot|Gnome Press|New York
Tolkien, J. R. R.|1937|The Hobbit|Allen and Unwin|London
Stephenson, Neal|1992|Snow Crash|Bantam Books|New York
Booth, Wayne C.; Colomb, Gregory G.; Williams, Joseph M.|2008|The Craft of Research|University of Chicago Press|Chicago|3
Sweller, John; Ayres, Paul; Kalyuga, Slava|2011|Cognitive Load Theory|Springer|New York
Vygotsky, Lev S.|1978|Mind in Society: The Development of Higher Psychological Processes|Harvard University Press|Cambridge, MA
Piaget, Jean|1952|The Origins of Intelligence in Children|International Universities Press|New York
Freire, Paulo|1970|Pedagogy of the Oppressed|Herder and Herder|New York
Freud, Sigmund|1900|Die Traumdeutung|Franz Deuticke|Leipzig
Skinner, B. F.|1938|The Behavior of Organisms: An Experimental Analysis|Appleton-Century|New York
American Psychological Association|2020|Publication Manual of the American Psychological Association|American Psychological Association|Washington, DC|7
World Health Organization|2009|WHO Guidelines on Hand Hygiene in Health Care|World Health Organization|Geneva
`;
