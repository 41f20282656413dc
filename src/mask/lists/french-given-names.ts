// Given names as in France, in the order of the alphabet: women's, men's. Those of both stand in both.

export const frenchGivenNames = {
  female: `Adélaïde Adèle Adeline Adrienne Agathe Agnès Aimée Albane Alexandra Alexia Alice Alicia Aline Alix Alizée Amandine
Ambre Amélie Anaïs Andréa Andrée Angélique Angèle Anne Annick Annie Anouk Antoinette Apolline Ariane Arlette Armelle Astrid Aude
Audrey Aurélie Aurore Axelle Barbara Béatrice Bénédicte Bernadette Berthe Blanche Blandine Brigitte Camille Capucine Carine Carole
Caroline Catherine Cécile Célestine Célia Céline Chantal Charlène Charline Charlotte Chloé Christelle Christiane Christine Claire
Clara Clarisse Claude Claudette Claudie Claudine Clémence Clémentine Clotilde Colette Constance Coralie Corinne Cynthia Danièle
Danielle Daphné Delphine Denise Diane Dominique Dorothée Édith Éléonore Éliane Élisa Élisabeth Élise Élodie Éloïse Elsa Elvire
Émeline Émilie Émilienne Emma Emmanuelle Ernestine Estelle Esther Eugénie Eulalie Ève Évelyne Fabienne Fanny Fantine Faustine
Félicie Fernande Flavie Fleur Flora Flore Florence France Francine Françoise Frédérique Gabrielle Gaëlle Geneviève Georgette
Géraldine Germaine Ghislaine Gilberte Ginette Gisèle Gwenaëlle Hélène Héloïse Henriette Hermine Honorine Hortense Huguette Inès
Irène Isabelle Jacqueline Jade Janine Jeanne Jeannine Joëlle Josée Joséphine Josette Josiane Judith Julie Juliette Justine Karine
Laetitia Laure Laurence Laurine Léa Léonie Léontine Lila Liliane Lilou Line Lisa Lise Louise Louna Lucette Lucie Lucienne Lucile
Ludivine Lydie Madeleine Maëlle Maëlys Maëva Magali Magalie Maïté Manon Margaux Margot Marguerite Marianne Marie Marielle Marine
Marion Marjorie Marlène Marthe Martine Maryline Maryse Maryvonne Mathilde Maud Mauricette Mélanie Mélissa Mélodie Micheline Michèle
Mireille Monique Morgane Muriel Mylène Myriam Nadège Nadine Natacha Nathalie Nicole Ninon Noélie Noémie Océane Odette Odile Olympe
Ophélie Oriane Pascale Paule Paulette Pauline Perrine Philippine Prune Rachel Raphaëlle Raymonde Régine Reine Renée Romane Rosalie
Rose Roseline Roxane Sabine Sabrina Salomé Sandra Sandrine Sarah Sébastienne Ségolène Séverine Sibylle Sidonie Simone Solange Solène
Solenne Sophie Stéphanie Suzanne Suzette Suzon Sylvaine Sylviane Sylvie Thérèse Tiphaine Valentine Valérie Vanessa Véronique Victoire
Vinciane Violaine Violette Virginie Viviane Yolande Yvette Yvonne Zélie Zoé`,
  male: `Achille Adam Adrien Aimé Alain Alban Albéric Albert Alexandre Alexis Alfred Alphonse Amaury Ambroise Amédée Anatole
André Ange Anselme Anthony Antoine Antonin Aristide Armand Arnaud Arsène Arthur Aubin Auguste Augustin Aurélien Axel Aymeric
Barnabé Barthélemy Basile Bastien Baptiste Baudouin Benjamin Benoît Bernard Bertrand Blaise Bruno Camille Cédric Célestin César
Charles Christian Christophe Claude Clément Clovis Côme Constant Corentin Cyprien Cyriaque Cyril Cyrille Damien Daniel David Denis
Désiré Didier Dimitri Dominique Donatien Édouard Edgar Edmond Éloi Élie Émile Émilien Emmanuel Enzo Éric Ernest Erwan Étienne Eugène
Évariste Fabien Fabrice Félicien Félix Ferdinand Fernand Firmin Flavien Florent Florentin Florian Francis Franck François Frédéric
Gabriel Gaël Gaétan Gaspard Gaston Gauthier Geoffrey Geoffroy Georges Gérald Gérard Germain Gervais Ghislain Gilbert Gilles Godefroy
Gontran Grégoire Grégory Guilhem Guillaume Gustave Guy Gwenaël Hadrien Hector Henri Hervé Hilaire Hippolyte Honoré Hubert Hugo Hugues
Ignace Irénée Isidore Jacques Jean Jérémie Jérémy Jérôme Joachim Joël Jonathan Joseph Joris Josselin Jourdain Jules Julien Juste Justin
Kévin Kilian Lambert Laurent Lazare Léandre Léo Léon Léonard Léopold Liam Lilian Lionel Loïc Loïs Louis Loup Luc Lucas Lucien Ludovic
Maël Marc Marcel Marcelin Marius Martial Martin Mathéo Mathias Mathieu Mathis Mathurin Matthieu Maurice Maxence Maxime Maximilien Médard
Michaël Michel Modeste Nathan Nathanaël Nicolas Noah Noé Noël Norbert Octave Olivier Omer Oscar Pacôme Pascal Patrice Patrick Paul Paulin
Philémon Philibert Philippe Pierre Pierrick Placide Prosper Quentin Rafaël Raoul Raphaël Raymond Régis Rémi Rémy Renaud René Richard
Robert Robin Rodolphe Rodrigue Roger Roland Romain Romaric Romuald Ronan Sacha Samson Samuel Sébastien Séraphin Serge Séverin Siméon
Simon Stanislas Stéphane Sylvain Sylvestre Tancrède Tanguy Théo Théodore Théophile Thibaud Thibault Thierry Thimothée Thomas Timéo Titouan
Toussaint Tristan Ulysse Urbain Valentin Valère Valéry Victor Victorien Vincent Virgile Vivien Wilfried William Xavier Yanis Yann Yannick
Yves Yvon Zacharie Zéphyr`,
};
