// Given names as in Spain and Latin America, in the order of the alphabet: women's, men's.

export const spanishGivenNames = {
  female: `Abril Adela Adelina Adoración Adriana África Águeda Agustina Aida Aina Ainara Ainhoa Aitana Alba Alejandra Alejandrina Alicia
Alma Almudena Amalia Amanda Amaya Amelia Amparo Ana Anabel Andrea Ángela Ángeles Angélica Anita Antonia Antonieta Apolonia Araceli Arancha
Ariadna Ascensión Asunción Aurelia Aurora Azucena Bárbara Beatriz Begoña Belén Benita Berta Bibiana Blanca Brígida Camila Candela Candelaria
Caridad Carla Carlota Carmela Carmen Carolina Casandra Catalina Cayetana Cecilia Celeste Celia Celinda Chelo Cintia Clara Claudia Clotilde
Concepción Concha Consolación Consuelo Coral Covadonga Cristina Cruz Dalia Daniela Débora Delfina Diana Dolores Dominga Dora Dorotea Edurne
Elena Elisa Elisenda Eloísa Elsa Elvira Emilia Emma Encarna Encarnación Enriqueta Ernestina Esmeralda Esperanza Estefanía Estela Ester
Estrella Etelvina Eugenia Eulalia Eva Evangelina Fabiola Fátima Felicidad Felisa Fernanda Flora Florencia Francisca Gabriela Gema Genoveva
Gertrudis Gisela Gloria Gracia Graciela Gregoria Guadalupe Guiomar Hermelinda Herminia Hilda Hortensia Idoia Ileana Inés Inmaculada Irene
Iris Irma Isabel Itziar Ivette Izaskun Jacinta Jacoba Jazmín Jimena Joaquina Josefa Josefina Juana Juanita Judit Julia Juliana Julieta
Justa Laia Lara Laura Leire Leocadia Leonor Leticia Lidia Ligia Liliana Lola Lorena Lorenza Lourdes Lucía Luciana Lucrecia Luisa Luna Luz
Macarena Magdalena Maite Malena Manuela Mar Maravillas Marcela Margarita María Mariana Maribel Maricarmen Marina Marisa Marisol Marta
Martina Matilde Maura Mayte Melania Mercedes Micaela Miguela Milagros Minerva Miranda Mireia Miriam Modesta Mónica Montserrat Nadia Natalia
Natividad Nayara Nerea Nieves Noelia Nora Norma Nuria Obdulia Olalla Olga Olivia Paca Paloma Paola Pastora Patricia Paula Paulina Paz Penélope
Petra Petronila Piedad Pilar Primitiva Purificación Ramona Raquel Rebeca Regina Remedios Renata Reyes Ricarda Rita Roberta Rocío Rogelia
Romina Rosa Rosalía Rosana Rosario Rosaura Rosenda Rufina Ruth Sabina Salomé Salvadora Sandra Sara Saray Saturnina Sebastiana Serafina Silvia
Socorro Sofía Sol Soledad Sonia Soraya Susana Tamara Tania Tecla Telma Teodora Teresa Tomasa Trinidad Úrsula Valentina Valeria Vanesa Vega
Verónica Vicenta Victoria Violeta Virginia Virtudes Visitación Viviana Ximena Yaiza Yolanda Zaida Zoraida Zulema`,
  male: `Abelardo Abel Abrahán Adán Adolfo Adrián Agapito Agustín Aitor Alberto Alejandro Alejo Alex Alfonso Alfredo Alonso Álvaro Amadeo
Amado Amador Ambrosio Américo Anastasio Andrés Ángel Aníbal Anselmo Antonio Aquilino Arcadio Aristides Armando Arnaldo Arturo Asier Augusto
Aurelio Baldomero Baltasar Bartolomé Basilio Baudilio Bautista Benigno Benito Benjamín Bernabé Bernardino Bernardo Bienvenido Blas Bonifacio
Borja Braulio Bruno Calixto Camilo Cándido Carlos Carmelo Casimiro Cayetano Cecilio Ceferino Celestino Celso César Cesáreo Cipriano Ciriaco
Ciro Claudio Clemente Conrado Constantino Cosme Cristian Cristóbal Dámaso Damián Daniel Darío David Demetrio Desiderio Diego Dionisio Domingo
Donato Edgar Edmundo Eduardo Efraín Eladio Elías Eliseo Eloy Emeterio Emilio Enrique Epifanio Erasmo Eric Ernesto Esteban Eugenio Eulogio
Eusebio Eustaquio Evaristo Ezequiel Fabián Fabio Fabricio Faustino Fausto Federico Felipe Félix Fermín Fernando Fidel Fidencio Florencio
Florentino Fortunato Francisco Froilán Fulgencio Gabriel Gaspar Gerardo Germán Gerónimo Gervasio Gil Ginés Gonzalo Gorka Gregorio Guillermo
Gumersindo Gustavo Héctor Heliodoro Herminio Hernán Hilario Hipólito Honorio Horacio Hugo Humberto Ibai Ignacio Igor Iker Ildefonso Indalecio
Íñigo Ireneo Isaac Isaías Isidoro Isidro Ismael Iván Jacinto Jacobo Jaime Javier Jenaro Jeremías Jerónimo Jesús Joaquín Joel Jon Jonás Jordi
Jorge José Josué Juan Julián Julio Justino Justo Kevin Laureano Lautaro Lázaro Leandro Leonardo Leoncio Leopoldo Lisandro Lorenzo Lucas
Luciano Lucio Luis Macario Manolo Manuel Marcelino Marcelo Marcial Marco Marcos Mariano Marino Mario Martín Mateo Matías Mauricio Mauro
Maximiliano Máximo Melchor Melquíades Miguel Mikel Modesto Moisés Narciso Natalio Nazario Nemesio Néstor Nicanor Nicolás Nicomedes Norberto
Octavio Olegario Omar Onofre Orlando Óscar Osvaldo Pablo Paco Pascual Patricio Paulino Pedro Pelayo Pío Plácido Policarpo Primitivo Próspero
Quintín Rafael Raimundo Ramiro Ramón Raúl Raimon Regino Reinaldo Remigio Renato Ricardo Rigoberto Roberto Rodolfo Rodrigo Rogelio Román Romeo
Romualdo Roque Rosendo Rubén Rufino Ruperto Salomón Salvador Samuel Santiago Santos Saturnino Saúl Sebastián Segundo Serafín Sergio Severiano
Severino Silverio Silvestre Silvio Simeón Simón Sixto Tadeo Telmo Teodoro Teófilo Tiburcio Timoteo Tobías Tomás Toribio Ubaldo Ulises Unai
Urbano Valentín Valeriano Valerio Venancio Vicente Víctor Victoriano Vidal Virgilio Wenceslao Xabier Xavier Yago Zacarías`,
};
