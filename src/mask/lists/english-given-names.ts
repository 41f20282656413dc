// Given names as in Britain, Ireland and North America, in the order of the alphabet: women's, men's.

export const englishGivenNames = {
  female: `Abigail Ada Adelaide Agatha Agnes Aileen Aimee Alana Alberta Alexandra Alexis Alice Alison Allison Alma Alyssa Amanda Amber
Amelia Amy Andrea Angela Angelina Anita Ann Anna Annabel Anne Annette Annie April Ashley Audrey Ava Barbara Beatrice Becky Bella Bernice
Bertha Beryl Bess Bethany Betsy Betty Beverley Beverly Blair Bonnie Brenda Briana Bridget Brittany Bronwen Caitlin Candice Carla Carmel
Carol Caroline Carolyn Carrie Cassandra Catherine Cecilia Celeste Charity Charlotte Chelsea Cheryl Chloe Christina Christine Claire Clara
Clarissa Clementine Colleen Connie Constance Cora Corinne Courtney Crystal Cynthia Daisy Dana Daphne Darlene Dawn Deborah Deirdre Delia
Della Denise Diana Diane Dolly Donna Dora Doreen Doris Dorothy Edith Edna Eileen Elaine Eleanor Eliza Elizabeth Ella Ellen Eloise Elsie
Emily Emma Erica Erin Esme Esther Ethel Eunice Eva Evelyn Faith Faye Felicity Fern Fiona Flora Florence Frances Freda Freya Gail Gemma
Georgia Georgina Geraldine Gertrude Gillian Gladys Glenda Gloria Grace Greta Gwen Gwendolyn Hannah Harriet Hazel Heather Heidi Helen
Henrietta Hilary Hilda Holly Hope Ida Imogen Irene Iris Isabel Isla Ivy Jacqueline Jade Jane Janet Janice Jasmine Jean Jeanette Jemima
Jenna Jennifer Jenny Jessica Jessie Jill Jo Joan Joanna Joanne Jocelyn Josephine Joy Joyce Juanita Judith Judy Julia Julie June Karen
Kate Katherine Kathleen Kathryn Katie Kay Kayla Kelly Kendra Kerry Kimberly Kirsty Kristen Laura Lauren Laurie Leah Leanne Lena Leonora
Leslie Lilian Lily Linda Lindsay Lisa Liz Lois Lorna Lorraine Louisa Louise Lucinda Lucy Lydia Lynn Lynne Mabel Mackenzie Maddison
Madeline Maggie Maisie Mandy Marcia Margaret Margery Maria Marian Marilyn Marion Marjorie Martha Mary Matilda Maud Maureen Mavis Maxine
May Megan Melanie Melinda Melissa Mercy Meredith Mildred Millicent Millie Minnie Miranda Miriam Moira Molly Monica Morag Muriel Myra
Myrtle Nadia Nancy Naomi Natalie Natasha Nell Nellie Nichola Nicole Nina Nora Norma Olive Olivia Opal Paige Pamela Patience Patricia Patsy
Paula Pauline Pearl Peggy Penelope Penny Petra Philippa Phoebe Phyllis Polly Poppy Primrose Priscilla Prudence Rachel Rebecca Rhoda
Rhonda Rita Roberta Robin Ros Rosalind Rosamund Rose Rosemary Rosie Rowena Roxanne Ruby Ruth Sally Samantha Sandra Sarah Savannah Selina
Shannon Sharon Sheila Shelley Sherry Shirley Sian Silvia Simone Sinead Siobhan Sophia Sophie Stacey Stella Stephanie Sue Summer Susan
Susannah Suzanne Sybil Sylvia Tabitha Tamara Tamsin Tania Tara Teresa Tess Tessa Thelma Theresa Tiffany Tilly Tina Tracey Tracy Trisha
Trudy Ursula Valerie Vanessa Vera Veronica Victoria Viola Violet Virginia Vivian Vivien Wanda Wendy Whitney Wilma Winifred Yasmin Yvonne
Zara Zoe`,
  male: `Aaron Abraham Adam Adrian Aidan Alan Alastair Albert Alec Alex Alexander Alfie Alfred Alistair Allan Allen Alvin Ambrose Andrew
Andy Angus Anthony Archie Arnold Arthur Asher Ashton Aubrey Austin Barnaby Barry Bart Basil Ben Benedict Benjamin Bernard Bert Bill Billy
Blake Bob Bobby Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bryan Byron Caleb Callum Calvin Cameron Carl Carlton Cecil Cedric Chad
Charles Charlie Chester Chris Christian Christopher Clarence Clark Claude Clayton Cliff Clifford Clint Clive Clyde Colin Connor Conrad
Craig Curtis Cyril Dale Damian Dan Daniel Darrell Darren Dave David Dean Declan Denis Dennis Derek Dermot Desmond Dexter Dick Dominic Don
Donald Donovan Dougal Douglas Drew Duncan Dustin Dwayne Dwight Dylan Eamon Earl Ed Eddie Edgar Edmund Edward Edwin Eli Elias Elijah Elliot
Ellis Elmer Emmett Eric Ernest Ethan Eugene Evan Ewan Felix Fergus Finlay Finn Floyd Francis Frank Franklin Fred Freddie Frederick Gareth
Garry Gary Gavin Gene Geoff Geoffrey George Gerald Gerard Gilbert Giles Glen Glenn Godfrey Gordon Graeme Graham Grant Greg Gregory Guy
Hamish Harold Harrison Harry Harvey Hector Henry Herbert Herman Homer Horace Howard Hubert Hugh Hugo Humphrey Ian Ira Irving Isaac Ivan Ivor
Jack Jackson Jacob Jake James Jamie Jared Jarvis Jason Jasper Jay Jed Jeff Jeffrey Jeremy Jerome Jerry Jesse Jim Jimmy Joe Joel John Johnny
Jon Jonah Jonathan Jordan Joseph Josh Joshua Julian Justin Keith Ken Kenneth Kent Kevin Kieran Kirk Kurt Kyle Lachlan Lance Larry Laurence
Lawrence Lee Leo Leon Leonard Leroy Lester Lewis Liam Lionel Lloyd Logan Louis Lucas Luke Luther Lyle Malcolm Marcus Mark Marshall Martin
Marvin Mason Matt Matthew Maurice Max Maxwell Melvin Michael Mick Mickey Mike Miles Milo Milton Mitchell Morgan Morris Murray Myles Nathan
Nathaniel Ned Neil Nelson Neville Nicholas Nick Nigel Noah Noel Norman Oliver Ollie Orson Oscar Oswald Owen Paddy Patrick Paul Percy Perry
Pete Peter Phil Philip Quentin Quincy Ralph Ramsay Randall Randy Ray Raymond Reginald Reuben Rex Rhys Richard Rick Ricky Rob Robbie Robert
Robin Rod Roderick Rodney Roger Roland Ron Ronald Ronnie Rory Ross Rowan Roy Rufus Rupert Russell Ryan Sam Samuel Scott Sean Sebastian Seth
Shane Shaun Sheldon Sidney Silas Simon Spencer Stan Stanley Stephen Steve Steven Stewart Stuart Sydney Ted Terence Terry Theo Theodore
Thomas Tim Timothy Toby Todd Tom Tommy Tony Travis Trevor Tristan Troy Tyler Vernon Victor Vincent Vivian Wallace Walter Warren Wayne Wendell
Wesley Wilbur Wilfred Will William Winston Zachary Zane`,
};
