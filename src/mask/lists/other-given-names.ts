// Given names of which only the sex is told: common in Europe, of Arabic, Berber, Turkish, African, Slavic, Nordic, Dutch,
// Portuguese, Romanian, Hebrew, Indian, Vietnamese and Chinese origin. None of them stands for a real one. In the order of the
// alphabet: women's, men's. Those of both stand in both.

export const otherGivenNames = {
  female: `Abla Adama Adja Agata Agnieszka Ahlam Aïcha Aïda Aisha Aïssata Aïssatou Aleksandra Alena Alina Alona Alya Ama Amal
Amani Amel Amélia Amina Aminata Amira Amna Ana Ananya Anastasia Anastasiia Anastasiya Anca Andreea Aneta Angela Anh Anita
Anjali Anna Anneke Annelies Antonina Ariana Arwa Asha Asiya Aslı Asma Asmae Assa Assia Astou Asuman Asya Awa Aya Ayça Ayla
Aynur Ayşe Ayten Aziza Bahia Baya Beata Bich Binta Bintou Birgül Bouchra Bożena Burcu Camelia Canan Cansu Catarina Chadia
Chafia Chahinez Chahrazad Chaïma Cheima Chérifa Cristina Cuc Dalila Danuta Daria Darya Deniz Derya Dewi Diana Diarra Diem
Dilara Dilek Dina Djamila Djénéba Dorota Dounia Dung Ebru Ece Edyta Ekaterina Elena Elif Elżbieta Emine Emna Esma Esra Evgenia
Ewa Fadila Fadma Faïza Fanta Farah Farida Faten Fathia Fatiha Fatima Fatimata Fatma Fatna Fatou Fatouma Fatoumata Feriel Filiz
Fiona Firdaous Flavia Fouzia Funda Gabriela Galina Ghada Ghania Ghita Ghizlane Gizem Gloria Grażyna Gül Gülay Gülcan Guldane
Gülsüm Habiba Hadda Hadja Hadjer Hafida Hafsa Hafsatou Hajar Hajer Hakima Hala Halima Halina Halyna Hamida Han Hana Hanae Hanan
Hanane Hanh Hania Hanna Hasna Hasnaa Hassiba Hatice Hawa Hayat Hedda Hiba Hien Hind Hoa Hoang Houda Houria Hülya Huong Huyen
Ibtissam Ibtissem Ikram Ilham Iman Imane Imen Inaya Ines Ingrid Inna Insaf Ioana Irena Irina Irini Irma Iryna Isra Ivana Ivanka
Iwona Izabela Jadwiga Jamila Jana Janina Jelena Jihane Joanna Jolanta Jovana Justyna Kadi Kadia Kadiatou Kadidia Kadija Kahina
Kalina Kamila Kamilia Karima Karina Karolina Katarina Katarzyna Kateryna Kavita Kawtar Keltoum Kenza Khadidja Khadija
Khadijatou Khadra Khady Khaira Kheira Khouloud Kieu Kim Kinga Koumba Krystyna Ksenia Lala Lalla Lamia Lan Lana Larisa Larissa
Latifa Layla Leïla Leyla Lidia Lien Lieu Lilia Lina Ling Linh Liudmila Loan Lobna Lotte Loubna Lubna Ludmila Lydia Lyudmila
Mabrouka Maciré Madina Magdalena Maha Mai Maïmouna Maïssa Maja Malak Malika Manal Manel Maram Maria Mariam Mariama Mariana
Marieke Marieme Marija Marika Marina Mariola Marta Marwa Maryam Maryna Małgorzata Mei Melek Meriem Merve Meryem Messaouda
Milena Mina Minh Mira Mirela Miriana Monia Monika Mouna Mounia Myriam Nabiha Nabila Nacera Nacira Nada Nadezhda Nadia Nadira
Nadjet Nafissa Nahla Naïma Najah Najat Najet Najia Najiba Najla Najoua Nassera Nassima Nassira Natalia Nataliia Nataliya
Natasha Nawal Nawel Nazlı Neila Nejma Nesrine Nevena Nga Ngan Ngoc Ngozi Nguyet Nhung Nihal Nisrine Nora Nouha Nour Noura
Nouria Nur Nuray Nurcan Oksana Olena Olesya Olfa Olga Ouahiba Ouarda Oulaya Oumaima Oumayma Oumou Özge Özlem Patrycja Pavla
Penda Petra Petya Phuong Priya Pınar Rabha Rabia Rabiaa Rachida Radhia Radka Rahima Rahma Raïssa Raja Rajae Ramata Rana Rania
Raquel Rayane Rim Rima Rita Rokhaya Rokia Romaissa Roumaissa Roza Rukia Saadia Sabah Sabiha Sabrina Sadia Safa Safae Safia
Sahar Sahra Saida Saliha Salima Salimata Sally Salma Saloua Salwa Samia Samiha Samira Sana Sanaa Sanja Sanna Sarra Seda Selin
Selma Semra Sevda Sevgi Sevim Shahinez Sherazade Shreya Sibel Siham Sihame Sihem Silvia Simona Sinem Sira Slavica Snezana Sofia
Sokhna Sonia Soraya Souad Souhila Soukaina Soumaya Sunita Svetlana Svitlana Sylwia Szilvia Taïs Tamara Tania Tanya Tassadit
Tatiana Tatjana Tatyana Tess Tetiana Thanh Thao Thi Thoa Thu Thuy Tien Tram Trang Trinh Tsveta Tuba Tuğba Tuyet Ülkü Ümmü Uyen
Valentina Van Vera Veronika Vesna Victoria Viktoria Viorica Wafa Wafaa Wahiba Wanda Warda Wassila Widad Wided Wiem Wiktoria
Xiao Xuan Yacine Yamina Yana Yanna Yasmina Yasmine Yeliz Yen Ying Yosra Yousra Yuki Yulia Yuliia Yvonna Zahia Zahra Zaïna Zakia
Zara Zehra Zeinab Zena Zeynep Zhanna Zhor Zina Zineb Zlata Zofia Zohra Zoubida Zoulikha Zülal Zuzana`,
  male: `Aarav Abbas Abdel Abdelaziz Abdelghani Abdelhak Abdelhakim Abdelhamid Abdelilah Abdelkader Abdelkrim Abdellah
Abdellatif Abdelmajid Abdelmalek Abdenour Abderrahim Abderrahman Abderrahmane Abderrazak Abdeslam Abdessamad Abdou Abdoul
Abdoulaye Abdul Abdulla Abdullah Abou Aboubacar Aboubakar Achour Achraf Adama Adel Adem Adil Adnan Adrian Ahcène Ahmad Ahmed
Ahmet Aïssa Ajay Akim Akli Aksel Alaa Aleksandar Aleksander Alexandru Alexei Alexey Ali Alioune Alou Alpha Amadou Amar Amara
Amet Ameur Amin Amine Amir Amit Ammar Amr Anas Anass Anatoli Anders Andrei Andrej Andrey Andrii Andrzej Anh Anis Anouar Anton
Antoni Anwar Arben Arda Ardian Arezki Arif Arjun Artem Artur Aslan Assane Attila Ayman Aymen Ayoub Azdine Aziz Azzeddine
Azzedine Bachir Badis Badr Badreddine Bakary Baki Balázs Baptista Baran Bartosz Bassem Bassirou Bekir Belkacem Bilal Bilel
Bogdan Boris Borislav Boualem Boubacar Boubakar Boubaker Boujemaa Boumediene Brahim Burak Cao Cem Chafik Chaker Chakib Cheick
Cheikh Chen Chérif Chokri Ciprian Codrin Constantin Cosmin Cristian Csaba Cuong Damir Daniel Daouda Dariusz Darko David Dawid
Dejan Demba Deniz Diego Dimitar Dimitri Dinh Dino Djamal Djamel Djibril Djilali Dmitri Dmitriy Dmitry Dmytro Dong Dragan Driss
Duc Dušan Duy Ebrima Edin Efe Ehsan Elhadj Elias Elijah Elvis Emeka Emil Emir Emre Enes Engin Enver Ercan Erdal Erdogan Eren
Erhan Erik Erkan Ersin Evgeni Evgeny Ezzeddine Fabrizio Fadel Fadi Fahd Fahim Faisal Faouzi Fares Farid Farouk Fathallah Fathi
Fatih Fatmir Faycal Fayssal Ferhat Fethi Filip Firas Florin Fodé Fouad Francesc Furkan Gabor Gabriel Gaoussou George Georgi
Ghani Gheorghe Gökhan Goran Grigor Grzegorz Habib Hacène Hadi Hafid Hai Haithem Hakan Hakim Halil Halim Hamadi Hamady Hamed
Hamid Hamidou Hamou Hamza Hani Haris Haroun Harouna Hasan Hassan Hassane Hassen Hatem Haykel Hedi Henryk Hicham Hichem Hilal
Hoang Hocine Honoré Horia Houari Houcine Houssam Houssem Hung Hüseyin Husni Huu Huy Iain Ibra Ibrahim Ibrahima Idir Idris
Idriss Idrissa Igor Ihor Ilan Ilhan Ilias Ilie Ilker Illia Ilya Ilyas Ilyes Imad Imed Imran Ioan Ion Ionut Isa Isaac Ishak
Islam Ismaël Ismail Ismaila Ismet Issa Issam Issiaka István Ivan Ivo Iyad Jaafar Jacek Jakub Jalal Jalil Jamal Jamel Jamil Jan
Janusz Jaroslav Jarosław Jawad Jerzy Jihad Jin João Jorge José Jovan Józef Juan Kaan Kacem Kacper Kadir Kais Kamal Kamel Kamil
Karam Karel Karim Karol Kazimierz Kemal Kenan Kerem Khaled Khalid Khalifa Khalil Khanh Kheireddine Khoa Kiran Kofi Kouadio
Kouamé Kouassi Krzysztof Kwame Laid Lakhdar Lamine Lamri Larbi Lassana Lassina Laszlo Lech Levent Li Liviu Lotfi Loukmane Luan
Luca Lucjan Luka Maciej Madani Mady Mahamadou Mahdi Maher Mahfoud Mahmoud Mahmut Majid Makan Malek Malick Malik Mamadou Mami
Manish Manoj Mansour Marc Marcin Marek Mariusz Marko Marouan Marouane Marwan Marwane Massinissa Mateusz Mathias Matteo Mehdi
Mehmet Melih Merouane Mert Messaoud Metin Michał Miguel Mihai Mihail Mikael Mikhail Mikołaj Milan Miloš Miloud Minh Mircea
Mirko Miroslav Modibo Mohamad Mohamadou Mohamed Mohammad Mohammadi Mohammed Mohand Mohsen Mokhtar Mokrane Moktar Momar Moncef
Mongi Mory Mostafa Mouad Mouhamadou Mouhamed Mouloud Mounir Mourad Moussa Moustafa Moustapha Muhamed Muhammad Muhammed Muhammet
Murad Murat Musa Mustafa Mustapha Nabil Nacer Nacim Nader Nadhem Nadim Nadir Naïm Najib Nam Nasr Nasreddine Nasser Nassim
Nebojša Necati Nedim Nejib Nghia Nicolae Nihat Nikita Niklas Nikola Nikolai Nikolay Nizar Nordin Nordine Nourdine Noureddine
Nourredine Nuno Nuri Octavian Oğuz Okan Oleg Oleh Oleksandr Oleksii Oleksiy Olivér Omar Omer Omid Onur Orhan Osman Othman
Othmane Ouali Oumar Ousmane Ousseynou Ovidiu Özgür Pape Pavel Pavlo Paweł Pedro Petar Peter Petr Petru Phong Phuc Piotr Predrag
Przemysław Quan Quang Quoc Rabah Rachid Radosław Radu Rafał Rafik Raghib Rahim Rahul Raj Rajesh Ramazan Rami Ramin Ramzi Ramzy
Raouf Rares Rashid Ravi Rayan Rayane Rayed Razvan Recep Reda Redha Redouane Redwan Reza Riad Riadh Ricardo Ridha Riyad Roberto
Rodrigo Roman Ruben Rui Ruslan Ryszard Saad Saber Sabri Sacha Sadek Sadio Sadok Safouane Sahin Saïd Salah Salaheddine Saleh
Salem Salif Salim Sam Samba Samer Sami Samir Samy Sandeep Sanjay Saša Sasha Sébastián Sébastien Seckou Sedat Sefa Seif Sékou
Selçuk Selim Serdar Sergei Sergey Sergii Serhat Serhii Serkan Seydou Seyni Siaka Sid Sidi Sidy Sinan Skander Slavko Slim
Slimane Slobodan Smail Sofian Sofiane Sofien Soufian Soufiane Soulaiman Souleyman Souleymane Stanisław Stefan Stoyan Sulejman
Süleyman Sunil Suresh Sven Szymon Tadeusz Taha Tahar Taher Tai Talal Talel Tan Taner Tarak Tarek Tarik Tariq Tayeb Tewfik Thang
Thanh Thierno Tiago Tidiane Tien Tijani Tolga Tom Tomas Tomasz Toufik Tran Trong Trung Tuan Tung Turgut Ufuk Uğur Ümit Vadim
Valentin Valeri Valeriy Van Vasil Vasile Vasyl Viet Vijay Vikram Viktor Vinh Vitali Vitaliy Vitor Vlad Vladimir Vladislav
Vojtěch Volkan Volodymyr Vu Vuk Wael Wahid Waldemar Waleed Walid Wassim Wei Wiktor Wissam Witold Wojciech Wu Xavi Xiang Yacine
Yacouba Yahia Yahya Yakouba Yakup Yanis Yannis Yaroslav Yasin Yasser Yassin Yassine Yavuz Yaw Yaya Yazid Yiğit Ylies Youcef
Younes Youness Younous Youri Yousef Youssef Youssouf Yunus Yuri Yuriy Yusuf Zacharia Zaid Zakaria Zakariya Zakarya Zaki
Zbigniew Zdeněk Zdzisław Željko Zhang Ziad Zied Ziyad Zoltán Zoran Zoubeir Zoubir Zouhair Zouheir Zygmunt`,
} as const;
