/*
 * Column names of where somebody is found, in the world and on the web. In the languages of identity-headers.ts; see
 * header-line.ts.
 */

import type { HeaderLine } from './header-line.ts';

export const whereaboutsHeaders: readonly HeaderLine[] = [
  {
    validator: 'ipAddress',
    weight: 5,
    phrases: `ip ipaddress ipaddr ipadresse ipadress adresseip ipadres direccionip indirizzoip enderecoip adresip adresaip
      iposoite remoteaddr remoteaddress remoteip clientip userip lastip loginip signupip registrationip registerip ipv4 ipv6
      iplogin lastloginip sourceip visitorip ipclient ipconnexion xforwardedfor`,
  },
  { validator: 'ipAddress', weight: 2, phrases: 'hostname host addr remotehost' },
  {
    validator: 'streetAddress',
    weight: 5.5,
    phrases: `address addresses addr address1 addressline addressline1 addrline1 address2 addressline2 addrline2 addresslines
      streetaddress street street1 street2 streetname postaladdress mailingaddress homeaddress billingaddress shippingaddress
      deliveryaddress residentialaddress fulladdress streetandnumber streetnumber adresse adresse1 adresse2 adresse3
      adressepostale adressecomplete adresselivraison adressefacturation adressedomicile rue libellevoie voie nomvoie nomrue
      numerorue complementadresse strasse strassennr strassehausnummer strassehausnr strassenname anschrift wohnadresse
      postanschrift lieferadresse rechnungsadresse str direccion direccionpostal direccioncompleta domicilio calle
      indirizzo indirizzoresidenza residenza indirizzo1 viaresidenza adres adresregel adresregel1 straat straatnaam
      straatnummer woonadres huisadres domicile addressfull endereco enderecocompleto morada rua logradouro ulica ulicanumer
      adreszamieszkania adreskorespondencyjny adress gatuadress gata bostadsadress utdelningsadress vejnavn gadenavn
      gateadresse bostedsadresse osoite katuosoite lahiosoite kotiosoite adresa ulice bydliste trvalebydliste adresabydliste
      strada domiciliu adresadomiciliu diefthynsi diefthinsi dieythynsi odos lakcim utca`,
  },
  {
    validator: 'postalCode',
    weight: 6,
    phrases: `zip zipcode zippostal postcode postalcode codepostal postleitzahl plz codigopostal codicepostale codpostal cpostal
      ziporpostcode zippostalcode postcodes codpost postnummer postnr kodpocztowy postinumero postinro postovnismerovacicislo
      codulpostal tachydromikoskodikas tachkodikas iranyitoszam cep`,
  },
  { validator: 'postalCode', weight: 3, phrases: 'cp cap npa psc tk' },
  {
    validator: 'place',
    weight: 5,
    phrases: `city town ville commune localite ort stadt wohnort ciudad poblacion municipio localidad citta localita comune
      comuneresidenza plaats woonplaats stad suburb cityname country countryname pays land pais paese paysresidence
      paisresidencia countrycode codepays county province provincia provincie bundesland departement stateprovince statename
      stateregion homecity hometown residencecity cidade localidade concelho freguesia miasto miejscowosc gmina powiat
      wojewodztwo kraj panstwo postort kommun kommune bynavn poststed postdistrikt kaupunki kunta postitoimipaikka
      paikkakunta kotikunta kotipaikka maa mesto obec okres zeme oras orasul localitate judet tara poli chora telepules`,
  },
  {
    validator: 'place',
    weight: 4,
    phrases:
      'state location localisation lieu region district distrito canton kanton region1 neighborhood quartier nation statefull stad wijk uf nomos',
  },
  {
    validator: 'birthPlace',
    weight: 6,
    phrases: `birthplace placeofbirth birthcity birthtown birthcountry countryofbirth cityofbirth lieunaissance lieudenaissance
      villenaissance villedenaissance paysnaissance paysdenaissance communenaissance geburtsort geburtsland lugarnacimiento
      lugardenacimiento paisnacimiento luogonascita luogodinascita comunenascita geboorteplaats geboorteland deptnaissance
      lieunaiss lieunais villenaiss localnascimento localdenascimento naturalidade miejsceurodzenia krajurodzenia fodelseort
      fodelseland fodested fodselssted fodeland syntymapaikka synnyinmaa mistonarozeni loculnasterii locnastere locnasterii localitatenastere
      toposgennisis szuletesihely`,
  },
  {
    validator: 'coordinates',
    weight: 5,
    phrases: `lat latitude lng lon long longitude geolat geolng geolon gpslat gpslng gpslatitude gpslongitude breitengrad
      laengengrad langengrad latitud longitud latitudine longitudine latlng latlon latlong geolocation gps gpscoordinates
      coordinates coordonneesgps coordenadas koordinaten lastlat lastlng lastlatitude lastlongitude userlat userlng homelat
      homelng`,
  },
  {
    validator: 'socialProfile',
    weight: 5,
    phrases: `linkedin linkedinurl linkedinprofile facebook facebookurl twitter twitterurl xing viadeo instagram github githuburl
      socialprofile socialurl profilelinkedin lienlinkedin profillinkedin linkedinlink profileurl profilurl socialnetwork
      reseausocial socialmedia tiktok snapchat pinterest mastodon facebookprofile twitterhandle instagramhandle linkedinid
      facebookid twitterid`,
  },
  {
    validator: 'messenger',
    weight: 5,
    phrases:
      'skype skypeid skypename icq icqnumber icquin msn msnm aim aimname yim jabber xmpp telegram telegramid wechat wechatid viber discord discordid discordtag qq qqnumber signalnumber',
  },
  {
    validator: 'website',
    weight: 4,
    phrases:
      'website websiteurl homepage homepageurl siteweb siteperso webseite personalsite blogurl paginaweb sitoweb blog userurl webpage hemsida hjemmeside kotisivu stronawww webovastranka',
  },
];
