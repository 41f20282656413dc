// Given names as in Germany, Austria and Switzerland, in the order of the alphabet: women's, men's.

export const germanGivenNames = {
  female: `Adelheid Agathe Agnes Alexandra Alma Almut Amelie Andrea Angela Angelika Anja Anita Anke Anna Anne Anneliese Annelie Annemarie
Annette Annika Antje Antonia Astrid Barbara Beate Bärbel Berit Berta Bettina Bianca Birgit Birgitta Birte Brigitte Britta Brunhilde Carla
Carmen Carola Celina Charlotte Christa Christel Christiane Christina Christine Clara Claudia Constanze Cordula Corinna Cornelia Dagmar Daniela
Diana Doreen Doris Dorothea Dörte Edda Edeltraud Edith Elena Elfriede Elisa Elisabeth Elke Ella Elli Elly Elsa Else Emilia Emilie Emma Emmi
Erika Erna Esther Eva Evelin Felicitas Fiona Finja Florentine Franka Franziska Frauke Frieda Friederike Frida Gabi Gabriele Gerda Gerlinde
Gerti Gertraud Gertrud Gesa Gesine Gisela Greta Gretchen Grete Gudrun Gunda Hanna Hannah Hannelore Hanne Hedwig Heide Heidemarie Heidi
Heidrun Heike Helen Helena Helene Helga Henrike Henriette Herta Hilde Hildegard Ida Ilka Ilona Ilse Imke Ina Ines Inga Inge Ingeborg Ingrid
Inka Irene Iris Irma Irmgard Irmtraud Isabel Isabella Isolde Jacqueline Jana Janina Janine Jasmin Jenny Jessica Johanna Jolanda Josefine
Judith Jule Julia Juliane Jutta Käthe Karen Karin Karla Karola Karoline Katharina Käte Kathrin Katja Katrin Kerstin Kirsten Klara Klaudia
Kornelia Kristin Kristina Lara Laura Lea Lena Leni Lene Leonie Leonore Lieselotte Lilli Lilly Lina Linda Linn Lisa Liesel Liselotte Lore
Lotta Lotte Louisa Luisa Luise Luzia Lydia Magda Magdalena Maike Maja Manuela Mareike Maren Margarete Margarethe Margit Margot Margret
Margrit Maria Marianne Marie Marina Marion Marit Marlene Marlies Marta Martha Martina Mathilda Mathilde Mechthild Meike Melanie Melina
Merle Mia Michaela Milena Miriam Mona Monika Nadine Nadja Natalie Natascha Nele Nicole Nina Nora Olga Ottilie Patricia Paula Pauline Petra
Pia Ragna Ramona Rebekka Regina Regine Renate Ricarda Rita Romy Ronja Rosa Rosemarie Roswitha Ruth Sabine Sabrina Sandra Sara Saskia
Senta Sibylle Sieglinde Sigrid Silke Silvia Simone Sina Sofia Sofie Solveig Sonja Sophie Stefanie Stella Steffi Stephanie Susanne Svea
Svenja Swantje Sylvia Tabea Tamara Tanja Tatjana Tessa Thea Thekla Theresa Therese Tina Traudel Trude Ulla Ulrike Ursel Ursula Uschi Uta
Ute Valerie Vanessa Vera Verena Veronika Viktoria Viola Waltraud Waltraut Wanda Wencke Wiebke Wilhelmine Wilma Yvonne`,
  male: `Achim Adalbert Adam Adrian Albert Albrecht Alexander Alfons Alfred Alois Ambros Anatol Andreas Ansgar Anton Armin Arne Arno Arnold
Arthur Arved August Axel Balthasar Bastian Benedikt Benjamin Benno Bernd Bernhard Bert Berthold Bertram Björn Bodo Boris Bruno Burkhard
Carl Carsten Christian Christof Christoph Claus Clemens Conrad Cornelius Dag Daniel David Denis Detlef Diethelm Dietmar Dietrich Dirk Dominik
Eberhard Eckart Eckhard Edgar Edmund Eduard Egbert Egon Ehrenfried Elias Elmar Emanuel Emil Engelbert Erhard Erich Erik Ernst Erwin Eugen Ewald
Fabian Falk Felix Ferdinand Finn Florian Frank Franz Fred Friedbert Friedemann Friedhelm Friedrich Frieder Fridolin Fritz Gabriel Georg Gerald
Gerd Gereon Gerhard Gernot Gero Gerold Gert Gisbert Gottfried Gotthard Gotthold Gregor Guido Günter Günther Gunnar Gunther Gustav Hagen Hannes
Hans Harald Hardy Hartmut Hartwig Heiko Heiner Heino Heinrich Heinz Hellmut Helmut Helmuth Hendrik Henning Henrik Henry Herbert Heribert
Hermann Herwig Hilmar Holger Horst Hubert Hubertus Hugo Ignaz Ingo Ingolf Ivo Jakob Jan Janis Jannik Jannis Jens Joachim Jochen Johann
Johannes Jonas Jonathan Jörg Jörn Josef Joseph Joshua Julian Julius Jürgen Justus Kai Kaspar Karl Karlheinz Karsten Kasimir Kevin Kilian
Klaas Klaus Klemens Knut Konrad Konstantin Korbinian Kuno Kurt Lars Laurenz Leander Lennart Leo Leon Leonhard Leopold Levin Linus Lorenz
Lothar Louis Luca Lucas Ludger Ludwig Luis Luitpold Lukas Lutz Magnus Malte Manfred Manuel Marcel Marco Marcus Marek Mario Marius Mark Marko
Markus Marten Martin Marvin Mathias Mathis Matthias Matthis Matti Maurice Max Maximilian Meinhard Meinolf Meinrad Michael Michel Mika Mirko
Moritz Nico Nicolai Niklas Niko Nikolaus Nils Noah Norbert Norman Olaf Ole Oliver Oskar Ortwin Oswald Otmar Otto Pascal Patrick Paul Peer Peter
Philip Philipp Pius Quirin Raimund Rainer Ralf Ralph Raphael Reimund Reiner Reinhard Reinhold Reinhart René Richard Robert Robin Roderich Roland
Rolf Roman Rudi Rudolf Rüdiger Rupert Ruprecht Sascha Sebastian Severin Siegbert Siegfried Sigmund Silvan Simon Sören Stefan Steffen Stephan
Sven Swen Thaddäus Theo Theodor Thilo Thomas Thorben Thorsten Tilman Tilo Tim Timo Timon Tobias Till Tom Toni Torben Torsten Udo Ulf Uli Ullrich
Ulrich Urban Urs Utz Uwe Valentin Veit Victor Viktor Vincent Vinzenz Volker Volkmar Waldemar Walter Wendelin Wenzel Werner Wieland Wilfried
Wilhelm Willi Willibald Willy Winfried Wolf Wolfgang Wolfram Xaver`,
};
