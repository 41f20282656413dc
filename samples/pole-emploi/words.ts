/**
 * Words that invented names are put together from: first names by the years they were given in, common last
 * names, syllables of rarer ones, and names as they are heard of people born abroad. In: nothing. Out: lists,
 * the commonest first. Names alone are nobody: whom they belong to is drawn.
 */

/** First names by the last birth year they are drawn for. */
export const firstNamesUntil: readonly { year: number; women: string; men: string }[] = [
  {
    year: 1969,
    women:
      'Catherine Sylvie Christine Martine Brigitte Nathalie Isabelle Véronique Patricia Valérie Dominique Chantal Corinne Pascale Françoise Monique Anne Florence Laurence Nadine Michèle Marie Marie-Christine Agnès Annie Béatrice Nicole Évelyne Fabienne Odile Élisabeth Jocelyne Claudine Danielle Marie-Claude Bernadette Colette Marie-Hélène Geneviève Josiane Joëlle Ghislaine Marie-Pierre Carole Claire Muriel Myriam Sophie Sandrine Karine Maryse Mireille Hélène Marylène Solange Régine Marie-Thérèse Marie-France Liliane Lydie Thérèse Elisabeth Annick Ginette Christiane Jacqueline Marie-Noëlle Maryline Anne-Marie Claudette Cécile Edith Gisèle Huguette Viviane Yvette Yolande Rolande Paulette Lucienne Armelle Marianne Noëlle Francine Roselyne Rose-Marie',
    men: 'Philippe Patrick Pascal Alain Michel Éric Thierry Bruno Didier Laurent Christian Jean-Pierre Gérard Bernard Christophe Daniel Jacques Dominique Frédéric Olivier Marc Gilles Serge Jean-Marc Francis Hervé François Denis Jean-Luc Stéphane Pierre Yves Jean-Claude Jean André Claude Jean-Paul Jean-François Jean-Michel Jean-Louis Joël Vincent Régis Xavier Jean-Jacques Fabrice Franck Sylvain Roland Guy Robert René Jean-Yves Roger Antoine Georges Lionel Benoît Marcel Luc Maurice Paul Henri Richard Jean-Marie Louis Gilbert Raymond Jean-Philippe Emmanuel Rémy Martial Jean-Christophe Christian Ludovic Arnaud Charles Guillaume Jérôme Loïc Norbert Hubert Bertrand Raphaël Yvan Fernand Ghislain Gaston',
  },
  {
    year: 1989,
    women:
      'Céline Stéphanie Sandrine Virginie Émilie Aurélie Élodie Julie Sophie Karine Laetitia Delphine Caroline Séverine Audrey Sabrina Jennifer Mélanie Vanessa Nathalie Isabelle Laura Marie Cécile Valérie Christelle Anne Hélène Alexandra Claire Nadège Jessica Emmanuelle Angélique Marion Cindy Sonia Magali Charlotte Ludivine Amandine Émeline Estelle Élise Alice Amélie Christine Sarah Gaëlle Élisa Fanny Johanna Pauline Lucie Mathilde Barbara Anaïs Noémie Camille Laure Sylvie Florence Patricia Agnès Peggy Nelly Rachel Anne-Sophie Carine Ingrid Bénédicte Aline Linda Coralie Mélissa Cyrielle Morgane Prisca Marlène Gwenaëlle Justine Solène Maud Marilyne Olivia Nadia Samia Yasmina Fatima Malika',
    men: 'Nicolas Sébastien David Christophe Stéphane Julien Guillaume Jérôme Frédéric Alexandre Cédric Thomas Olivier Ludovic Arnaud Vincent Mickaël Romain Anthony Jérémy Mathieu Benjamin Kévin Maxime Laurent Fabien Damien Franck Emmanuel Benoît Fabrice Grégory Yannick Pierre Florian Aurélien Samuel Adrien Sylvain Xavier Jonathan Jean Éric Philippe Bruno Thierry Loïc Rémi Antoine Clément François Gaël Cyril Cyrille Quentin Steeve Christian Yoann Tony Teddy Johann Régis Bertrand Raphaël Charles Simon Hugues Lionel Thibaut Michaël Gilles Patrice Jean-Baptiste Jean-Charles Karim Mohamed Rachid Farid Mehdi Samir Youssef Gaëtan Willy Dimitri Geoffrey Rudy Freddy Baptiste Marc Paul Martin',
  },
  {
    year: 9999,
    women:
      'Léa Manon Camille Chloé Emma Marie Laura Océane Sarah Mathilde Marine Pauline Anaïs Julie Lucie Clara Inès Justine Morgane Margaux Alice Juliette Marion Louise Jade Charlotte Maëva Noémie Eva Mélissa Romane Lisa Jeanne Clémence Célia Ophélie Amandine Elsa Laurine Zoé Lola Ambre Solène Coralie Axelle Salomé Alexia Valentine Andréa Élise Élisa Agathe Amélie Carla Lena Margot Maëlle Yasmine Éloïse Audrey Estelle Cassandra Alicia Fanny Gabrielle Héloïse Capucine Victoria Alexandra Ines Aya Lina Nour Assia Imane Sofia Dounia Myriam Kenza Fatoumata Aminata Mariam Aïssatou Énora Gwendoline Maïwenn Louna Apolline',
    men: 'Thomas Lucas Théo Hugo Alexandre Maxime Antoine Quentin Nicolas Clément Romain Louis Valentin Alexis Julien Enzo Mathis Nathan Arthur Baptiste Paul Pierre Florian Guillaume Matthieu Benjamin Tom Adrien Jules Kévin Corentin Dylan Victor Léo Simon Axel Tristan Rémi Jordan Anthony Raphaël Gabriel Robin Aurélien Bastien Yanis Mohamed Samuel Damien Loïc Gaëtan Nolan Killian Titouan Ethan Rayan Mehdi Sacha Adam Mathéo Vincent Martin Maël Noah Erwan Evan Dorian Matteo Luca Lorenzo Steven Tony Ibrahim Mamadou Amine Bilal Ismaël Ilyes Walid Younes Sofiane Marius Augustin Gauthier Eliott Côme Malo Ewen',
  },
];

export const firstNamesAbroad = {
  women:
    'Fatima Khadija Aïcha Amina Samira Naïma Zohra Malika Rachida Latifa Souad Nadia Leïla Karima Hayat Aminata Fatoumata Mariama Awa Kadiatou Aïssata Ramatoulaye Maria Ana Carla Sofia Rosa Isabel Teresa Fernanda Paula Elena Ioana Andreea Mihaela Irina Olga Natalia Oksana Katarzyna Agnieszka Magdalena Ewa Thi-Hoa Linh Mei Priya Lakshmi Nour Hanane Ghizlane Salma Rokia Nafissatou Adjoa Grâce Esther Ruth Mercy Merveille',
  men: 'Mohamed Ahmed Ali Rachid Abdelkader Youssef Karim Hassan Mustapha Said Omar Khalid Brahim Abdellah Nordine Mamadou Ibrahima Moussa Ousmane Cheikh Abdoulaye Boubacar Amadou Souleymane João Carlos Manuel José António Paulo Luis Pedro Miguel Rui Ion Andrei Mihai Vasile Alexandru Sergei Dmitri Ivan Piotr Tomasz Krzysztof Marek Van-Minh Quang Wei Rajan Suresh Anwar Tarek Bilal Yacine Nabil Kofi Kouamé Patrice Emmanuel Junior',
};

/** Common last names, the commonest first. */
export const commonLastNames =
  'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefebvre Faure Andre Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard Baron Bertin Bailly Hervé Schneider Fernandez Le-Gall Collet Léger Bouvier Julien Prévost Millet Perrot Daniel Le-Roux Cousin Germain Breton Besson Langlois Rémy Le-Goff Pelletier Lévêque Perrier Leblanc Barré Lebrun Marchal Weber Mallet Hamon Boulanger Jacob Monnier Michaud Rodriguez Guichard Gillet Étienne Grondin Poulain Tessier Chevallier Collin Chauvin Da-Silva Bouchet Gay Lemaître Bénard Maréchal Humbert Reynaud Antoine Hoarau Perret Barthélémy Cordier Pichon Lejeune Gilbert Lamy Delaunay Pasquier Carlier Laporte';

/** Every head with every middle and every tail. */
export const lastNameSyllables = {
  heads:
    'Bal Bar Bau Ber Boi Bour Bran Bré Cad Cha Chan Cor Cour Dar Del Dor Dur Fal Fau Fer Flo Gal Gar Gau Gér Gran Gui Hau Jou Lam Lan Lavi Ler Mai Mal Mar Mer Mir Mon Mor Nav Pal Per Poi Pom Quen Ravi Ren Rou Sal Sau Tar Thé Tho Val Var Ver Vil',
  middles: 'ba bi bon char da del di do fa ge gi go la le li lo ma mi na ne ni pi ra ri ro sa se ti to ve vi',
  tails:
    'c ard ault ain eau el elle elin enne er et ette eux ey ez gne gnac lat lier lin llon lot main mand met mont nac nard nat neau nel net nier non not quet ral rand rard reau rel ret rier rin ron rot sac sier son tel tier tin ton val vel vier vin',
};

export const lastNamesAbroad = {
  heads:
    'Abd Al Am Ba Ben Ber Bou Cha Cis Da De Dia Dja El Fer Ga Gon Gue Ha Iva Ja Ka Kha Kon Kova La Lou Ma Mans Me Mou Na Nda Ngu Nic Nov Oua Per Pop Ra Ro Sa San Sid Sil Sou Ta Tra Val Yad Za Zi',
  middles: 'ba cha da di dou fa ga ha ka kou la li ma me mi mou na ne ni ra ri ro sa si ta va ya za',
  tails:
    'ne ssa oui ra di ni ki li mi yé té ba ka lla ssi che ev ski escu eira es ez os hi dine mane nane bane dou kou mba ndo',
};
