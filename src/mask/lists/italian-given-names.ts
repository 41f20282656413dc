// Given names as in Italy, in the order of the alphabet: women's, men's.

export const italianGivenNames = {
  female: `Ada Addolorata Adele Adelaide Adelina Adriana Agata Agnese Aida Alba Albertina Alda Alessandra Alessia Alice Alida Alma Amalia
Amanda Amelia Amina Anastasia Andreina Angela Angelica Angelina Angiola Anita Anna Annabella Annalisa Annamaria Annarita Annunziata Antonella
Antonia Antonietta Arianna Armida Asia Assunta Aurelia Aurora Azzurra Barbara Beatrice Benedetta Berta Bianca Bice Brigida Bruna Brunella
Camilla Candida Carina Carla Carlotta Carmela Carmelina Carola Carolina Caterina Cecilia Celeste Celestina Chiara Cinzia Clara Clarissa
Claudia Clelia Clementina Cleofe Cloe Clorinda Colomba Concetta Consolata Cosima Costanza Cristiana Cristina Dalila Daniela Daria Debora
Delia Demetra Desideria Diana Diletta Dina Domenica Domitilla Donata Donatella Dora Doriana Edda Edvige Elda Elena Eleonora Elettra Eliana
Elide Elisa Elisabetta Eloisa Elsa Elvira Emanuela Emilia Emma Enrica Erica Erika Erminia Ernesta Ersilia Ester Eufemia Eugenia Eva
Evelina Fabiana Fabiola Fabrizia Fatima Federica Felicia Fernanda Filomena Fiorella Fiorenza Flaminia Flavia Flora Fosca Franca Francesca
Fulvia Gabriella Gaetana Gaia Gelsomina Gemma Genoveffa Germana Giacinta Giacoma Giada Gianna Gigliola Gilda Gina Ginevra Gioconda Gioia
Giorgia Giovanna Giovannina Giuditta Giulia Giuliana Giulietta Giuseppina Giustina Gloria Grazia Graziella Greta Guendalina Ida Ilaria Ilenia
Ilda Ines Iolanda Irene Iride Iris Irma Isabella Isotta Ivana Ivonne Lara Laura Lavinia Lea Leda Letizia Lia Lidia Liliana Lina Linda Lisa
Livia Loredana Lorella Lorena Lorenza Loretta Luana Lucia Luciana Lucilla Lucrezia Ludovica Luigia Luigina Luisa Luna Maddalena Mafalda
Manuela Mara Marcella Margherita Maria Mariangela Marianna Mariella Marilena Marina Marinella Marisa Marta Martina Matilde Melania Melissa
Mercedes Michela Milena Mimma Mina Miranda Mirella Miriam Mirta Moira Monica Nadia Natalia Natalina Nella Nerina Nicla Nicoletta Nina Nives
Noemi Norma Nunzia Odetta Ofelia Olga Olimpia Oriana Orietta Ornella Orsola Ottavia Palma Palmira Paola Paolina Patrizia Perla Petronilla
Pia Piera Pierina Pina Priscilla Rachele Raffaella Ramona Rebecca Regina Renata Rina Rita Roberta Romana Romina Rosa Rosalba Rosalia Rosanna
Rosaria Rosella Rosetta Rosina Rossana Rossella Sabina Sabrina Samanta Samantha Sandra Santa Santina Sara Saveria Selene Serafina Serena
Sibilla Silvana Silvia Simona Simonetta Sofia Sonia Stefania Stella Susanna Sveva Tamara Tania Tatiana Tecla Teodora Teresa Tiziana Tosca
Tullia Tina Uliana Valentina Valeria Vanessa Vanna Vera Verdiana Veronica Vilma Vincenza Viola Violetta Virginia Vita Vittoria Viviana
Wanda Zaira Zita Zoe`,
  male: `Abramo Achille Adalberto Adamo Adelmo Adolfo Adriano Agostino Alberico Alberto Albino Aldo Alessandro Alessio Alfio Alfonso Alfredo
Alvaro Alvise Amadeo Amato Ambrogio Amedeo Amerigo Amilcare Amos Anacleto Andrea Angelo Aniello Annibale Anselmo Antonello Antonino Antonio
Arcangelo Aristide Armando Arnaldo Arturo Attilio Augusto Aurelio Baldassarre Barnaba Bartolomeo Basilio Battista Benedetto Beniamino Benito
Benvenuto Bernardino Bernardo Biagio Bonifacio Bortolo Bruno Calogero Camillo Carlo Carmelo Carmine Casimiro Cataldo Celestino Celso Cesare
Cesario Christian Ciro Claudio Clemente Corrado Cosimo Costantino Costanzo Cristian Cristiano Cristoforo Damiano Daniele Dante Dario Davide
Demetrio Denis Desiderio Diego Dino Domenico Donato Duccio Duilio Edgardo Edmondo Edoardo Egidio Elia Eliseo Elio Emanuele Emidio Emiliano
Emilio Enea Ennio Enrico Enzo Ercole Ermanno Ermenegildo Ernesto Eros Ettore Eugenio Eusebio Evaristo Ezio Fabiano Fabio Fabrizio Fausto
Federico Fedele Felice Ferdinando Fernando Ferruccio Filiberto Filippo Fiorenzo Flaminio Flavio Florindo Fortunato Francesco Franco Fulvio
Furio Gabriele Gaetano Gaspare Gastone Gavino Gennaro Gerardo Germano Gerolamo Gesualdo Giacinto Giacomo Giampaolo Giampiero Giancarlo
Gianfranco Gianluca Gianluigi Gianmarco Gianni Gianpaolo Gilberto Gino Gioacchino Giordano Giorgio Giosuè Giovanni Girolamo Giulio Giuliano
Giuseppe Giustino Goffredo Graziano Gregorio Gualtiero Guerrino Guglielmo Guido Gustavo Iacopo Ignazio Igor Ilario Innocenzo Ippolito Isacco
Isidoro Ivan Ivano Ivo Jacopo Lamberto Lando Lanfranco Lapo Lazzaro Leandro Leo Leonardo Leone Leonida Leopoldo Libero Liborio Lino Livio
Lorenzo Loris Luca Luciano Lucio Ludovico Luigi Maicol Manfredo Manlio Manrico Manuel Marcello Marco Mariano Marino Mario Martino Marzio
Massimiliano Massimo Matteo Mattia Maurizio Mauro Melchiorre Michelangelo Michele Milo Mimmo Mirco Mirko Modesto Natale Nazario Nazzareno
Nereo Nestore Nevio Niccolò Nicola Nico Nino Norberto Nunzio Oddone Olindo Oliviero Omar Omero Onofrio Orazio Oreste Orfeo Orlando Oscar
Osvaldo Ottavio Otello Ovidio Pacifico Palmiro Pancrazio Paolo Paride Pasquale Patrizio Pellegrino Pierangelo Piergiorgio Pierluigi Piero
Pierpaolo Pietro Pio Placido Pompeo Primo Quintino Quirino Raffaele Raimondo Raniero Raul Remigio Remo Renato Renzo Riccardo Rinaldo
Roberto Rocco Rodolfo Rodrigo Rolando Romano Romeo Romolo Romualdo Rosario Ruben Rufino Ruggero Sabato Sabino Salvatore Samuele Samuel Sandro
Sante Santino Santo Saverio Savino Sebastiano Secondo Serafino Sergio Settimio Severino Silvano Silverio Silvestro Silvio Simone Siro Stefano
Tancredi Tarcisio Teodoro Teofilo Tiberio Timoteo Tito Tiziano Tobia Tommaso Tonino Tristano Tullio Ubaldo Ugo Ulderico Ulisse Umberto Urbano
Valentino Valerio Valter Vasco Venanzio Vincenzo Virgilio Virginio Vitale Vito Vittore Vittorio Viviano Walter Zaccaria Zeno`,
};
