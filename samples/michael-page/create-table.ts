/**
 * The CREATE TABLE statements of the sample, as SHOW CREATE TABLE prints them. `jobs`, `candidates`
 * and `applications` are the site's own, the rest is Drupal 7.
 */
const innodb = (comment: string) => `) ENGINE=InnoDB DEFAULT CHARSET=utf8 COMMENT='${comment}'`;

const cacheTable = (name: string, comment: string) => `CREATE TABLE \`${name}\` (
  \`cid\` varchar(255) NOT NULL DEFAULT '' COMMENT 'Primary Key: Unique cache ID.',
  \`data\` longblob COMMENT 'A collection of data to cache.',
  \`expire\` int(11) NOT NULL DEFAULT '0' COMMENT 'A Unix timestamp indicating when the cache entry should expire, or 0 for never.',
  \`created\` int(11) NOT NULL DEFAULT '0' COMMENT 'A Unix timestamp indicating when the cache entry was created.',
  \`serialized\` smallint(6) NOT NULL DEFAULT '0' COMMENT 'A flag to indicate whether content is serialized (1) or not (0).',
  PRIMARY KEY (\`cid\`),
  KEY \`expire\` (\`expire\`)
${innodb(comment)}`;

export const createTable = {
  applications: `CREATE TABLE \`applications\` (
  \`id\` int(10) unsigned NOT NULL AUTO_INCREMENT,
  \`candidate_id\` int(10) unsigned NOT NULL,
  \`job_id\` int(10) unsigned NOT NULL,
  \`cover_letter\` text,
  \`status\` enum('new','reviewed','shortlisted','rejected','hired') NOT NULL DEFAULT 'new',
  \`source\` varchar(32) DEFAULT NULL,
  \`created\` datetime NOT NULL,
  \`ip\` varchar(45) DEFAULT NULL,
  PRIMARY KEY (\`id\`),
  KEY \`candidate_id\` (\`candidate_id\`),
  KEY \`job_id\` (\`job_id\`),
  CONSTRAINT \`applications_ibfk_1\` FOREIGN KEY (\`candidate_id\`) REFERENCES \`candidates\` (\`id\`),
  CONSTRAINT \`applications_ibfk_2\` FOREIGN KEY (\`job_id\`) REFERENCES \`jobs\` (\`id\`)
${innodb('Applications to job adverts.')}`,
  cache: cacheTable('cache', 'Generic cache table for caching things not separated out...'),
  cache_bootstrap: cacheTable(
    'cache_bootstrap',
    'Cache table for data required to bootstrap Drupal, may be...',
  ),
  cache_form: cacheTable('cache_form', 'Cache table for the form system to store recently built...'),
  cache_menu: cacheTable('cache_menu', 'Cache table for the menu system to store router...'),
  candidates: `CREATE TABLE \`candidates\` (
  \`id\` int(10) unsigned NOT NULL AUTO_INCREMENT,
  \`uid\` int(10) unsigned DEFAULT NULL,
  \`first_name\` varchar(64) NOT NULL DEFAULT '',
  \`last_name\` varchar(64) NOT NULL DEFAULT '',
  \`email\` varchar(254) DEFAULT NULL,
  \`phone\` varchar(32) DEFAULT NULL,
  \`date_of_birth\` date DEFAULT NULL,
  \`address\` varchar(255) DEFAULT NULL,
  \`location\` varchar(64) NOT NULL DEFAULT '',
  \`sector\` varchar(64) NOT NULL DEFAULT '',
  \`job_type\` varchar(32) NOT NULL DEFAULT '',
  \`current_job\` varchar(128) DEFAULT NULL,
  \`current_employer\` varchar(128) DEFAULT NULL,
  \`linkedin_url\` varchar(255) DEFAULT NULL,
  \`photo\` blob,
  \`cv_hash\` binary(16) DEFAULT NULL,
  \`created\` datetime NOT NULL,
  \`updated\` datetime DEFAULT NULL,
  PRIMARY KEY (\`id\`),
  KEY \`uid\` (\`uid\`),
  KEY \`email\` (\`email\`),
  CONSTRAINT \`candidates_ibfk_1\` FOREIGN KEY (\`uid\`) REFERENCES \`users\` (\`uid\`)
) ENGINE=InnoDB AUTO_INCREMENT=200000001 DEFAULT CHARSET=utf8 COMMENT='Candidates; uid is NULL for those who applied without an account.'`,
  file_managed: `CREATE TABLE \`file_managed\` (
  \`fid\` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT 'File ID.',
  \`uid\` int(10) unsigned NOT NULL DEFAULT '0' COMMENT 'The users.uid of the user who is associated with the file.',
  \`filename\` varchar(255) NOT NULL DEFAULT '' COMMENT 'Name of the file with no path components.',
  \`uri\` varchar(255) CHARACTER SET utf8 COLLATE utf8_bin NOT NULL DEFAULT '' COMMENT 'The URI to access the file (either local or remote).',
  \`filemime\` varchar(255) NOT NULL DEFAULT '' COMMENT 'The file''s MIME type.',
  \`filesize\` bigint(20) unsigned NOT NULL DEFAULT '0' COMMENT 'The size of the file in bytes.',
  \`status\` tinyint(4) NOT NULL DEFAULT '0' COMMENT 'A field indicating the status of the file.',
  \`timestamp\` int(10) unsigned NOT NULL DEFAULT '0' COMMENT 'UNIX timestamp for when the file was added.',
  PRIMARY KEY (\`fid\`),
  UNIQUE KEY \`uri\` (\`uri\`),
  KEY \`uid\` (\`uid\`),
  KEY \`status\` (\`status\`),
  KEY \`timestamp\` (\`timestamp\`)
${innodb('Stores information for uploaded files.')}`,
  jobs: `CREATE TABLE \`jobs\` (
  \`id\` int(10) unsigned NOT NULL AUTO_INCREMENT,
  \`reference\` char(10) NOT NULL,
  \`uuid\` char(36) NOT NULL,
  \`title\` varchar(128) NOT NULL,
  \`sector\` varchar(64) NOT NULL,
  \`location\` varchar(64) NOT NULL,
  \`salary\` varchar(64) DEFAULT NULL,
  \`description\` text NOT NULL,
  \`published\` tinyint(1) NOT NULL DEFAULT '1',
  \`created\` datetime NOT NULL,
  PRIMARY KEY (\`id\`),
  UNIQUE KEY \`reference\` (\`reference\`)
${innodb('Job adverts.')}`,
  menu_router: `CREATE TABLE \`menu_router\` (
  \`path\` varchar(255) NOT NULL DEFAULT '' COMMENT 'Primary Key: the Drupal path this entry describes',
  \`load_functions\` blob NOT NULL COMMENT 'A serialized array of function names (like node_load) to be called to load an object corresponding to a part of the current path.',
  \`page_callback\` varchar(255) NOT NULL DEFAULT '' COMMENT 'The name of the function that renders the page.',
  \`page_arguments\` blob COMMENT 'A serialized array of arguments for the page callback.',
  \`title\` varchar(255) NOT NULL DEFAULT '' COMMENT 'The title for the current page, or the title for the tab if this is a local task.',
  \`type\` int(11) NOT NULL DEFAULT '0' COMMENT 'Numeric representation of the type of the menu item, like MENU_LOCAL_TASK.',
  \`description\` text NOT NULL COMMENT 'A description of this item.',
  \`weight\` int(11) NOT NULL DEFAULT '0' COMMENT 'Weight of the element. Lighter weights are higher up, heavier weights go down.',
  PRIMARY KEY (\`path\`)
${innodb('Maps paths to various callbacks (access, page and title)')}`,
  newsletter: `CREATE TABLE \`newsletter\` (
  \`nid\` int(10) unsigned NOT NULL AUTO_INCREMENT,
  \`mail\` varchar(254) NOT NULL DEFAULT '',
  \`created\` int(11) NOT NULL DEFAULT '0',
  PRIMARY KEY (\`nid\`),
  KEY \`mail\` (\`mail\`)
${innodb('Newsletter subscriptions.')}`,
  node: `CREATE TABLE \`node\` (
  \`nid\` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT 'The primary identifier for a node.',
  \`vid\` int(10) unsigned DEFAULT NULL COMMENT 'The current node_revision.vid version identifier.',
  \`type\` varchar(32) NOT NULL DEFAULT '' COMMENT 'The node_type.type of this node.',
  \`language\` varchar(12) NOT NULL DEFAULT '' COMMENT 'The languages.language of this node.',
  \`title\` varchar(255) NOT NULL DEFAULT '' COMMENT 'The title of this node, always treated as non-markup plain text.',
  \`uid\` int(11) NOT NULL DEFAULT '0' COMMENT 'The users.uid that owns this node; initially, this is the user that created it.',
  \`status\` int(11) NOT NULL DEFAULT '1' COMMENT 'Boolean indicating whether the node is published (visible to non-administrators).',
  \`created\` int(11) NOT NULL DEFAULT '0' COMMENT 'The Unix timestamp when the node was created.',
  PRIMARY KEY (\`nid\`),
  UNIQUE KEY \`vid\` (\`vid\`),
  KEY \`uid\` (\`uid\`)
${innodb('The base table for nodes.')}`,
  role: `CREATE TABLE \`role\` (
  \`rid\` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT 'Primary Key: Unique role ID.',
  \`name\` varchar(64) NOT NULL DEFAULT '' COMMENT 'Unique role name.',
  \`weight\` int(11) NOT NULL DEFAULT '0' COMMENT 'The weight of this role in listings and the user interface.',
  PRIMARY KEY (\`rid\`),
  UNIQUE KEY \`name\` (\`name\`)
${innodb('Stores user roles.')}`,
  sessions: `CREATE TABLE \`sessions\` (
  \`uid\` int(10) unsigned NOT NULL COMMENT 'The users.uid corresponding to a session, or 0 for anonymous user.',
  \`sid\` varchar(128) NOT NULL COMMENT 'A session ID. The value is generated by Drupal''s session handlers.',
  \`ssid\` varchar(128) NOT NULL DEFAULT '' COMMENT 'Secure session ID. The value is generated by Drupal''s session handlers.',
  \`hostname\` varchar(128) NOT NULL DEFAULT '' COMMENT 'The IP address that last used this session ID (sid).',
  \`timestamp\` int(11) NOT NULL DEFAULT '0' COMMENT 'The Unix timestamp when this session last requested a page. Old records are purged by PHP automatically.',
  \`cache\` int(11) NOT NULL DEFAULT '0' COMMENT 'The time of this user''s last post. This is used when the site has specified a minimum_cache_lifetime. See cache_get().',
  \`session\` longblob COMMENT 'The serialized contents of $_SESSION, an array of name/value pairs that persists across page requests by this session ID. Drupal loads $_SESSION from here at the start of each request and saves it at the end.',
  PRIMARY KEY (\`sid\`,\`ssid\`),
  KEY \`timestamp\` (\`timestamp\`),
  KEY \`uid\` (\`uid\`),
  KEY \`ssid\` (\`ssid\`)
${innodb("Drupal''s session handlers read and write into the...")}`,
  system: `CREATE TABLE \`system\` (
  \`filename\` varchar(255) NOT NULL DEFAULT '' COMMENT 'The path of the primary file for this item, relative to the Drupal root; e.g. modules/node/node.module.',
  \`name\` varchar(255) NOT NULL DEFAULT '' COMMENT 'The name of the item; e.g. node.',
  \`type\` varchar(12) NOT NULL DEFAULT '' COMMENT 'The type of the item, either module, theme, or theme_engine.',
  \`status\` int(11) NOT NULL DEFAULT '0' COMMENT 'Boolean indicating whether or not this item is enabled.',
  \`schema_version\` smallint(6) NOT NULL DEFAULT '-1' COMMENT 'The module''s database schema version number. -1 if the module is not installed (its tables do not exist).',
  \`weight\` int(11) NOT NULL DEFAULT '0' COMMENT 'The order in which this module''s hooks should be invoked relative to other modules.',
  \`info\` blob COMMENT 'A serialized array containing information from the module''s .info file; keys can include name, description, package, version, core, dependencies, and php.',
  PRIMARY KEY (\`filename\`)
${innodb('A list of all modules, themes, and theme engines that are...')}`,
  taxonomy_term_data: `CREATE TABLE \`taxonomy_term_data\` (
  \`tid\` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT 'Primary Key: Unique term ID.',
  \`vid\` int(10) unsigned NOT NULL DEFAULT '0' COMMENT 'The taxonomy_vocabulary.vid of the vocabulary to which the term is assigned.',
  \`name\` varchar(255) NOT NULL DEFAULT '' COMMENT 'The term name.',
  \`description\` longtext COMMENT 'A description of the term.',
  \`format\` varchar(255) DEFAULT NULL COMMENT 'The filter_format.format of the description.',
  \`weight\` int(11) NOT NULL DEFAULT '0' COMMENT 'The weight of this term in relation to other terms.',
  PRIMARY KEY (\`tid\`),
  KEY \`vid_name\` (\`vid\`,\`name\`)
${innodb('Stores term information.')}`,
  url_alias: `CREATE TABLE \`url_alias\` (
  \`pid\` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT 'A unique path alias identifier.',
  \`source\` varchar(255) NOT NULL DEFAULT '' COMMENT 'The Drupal path this alias is for; e.g. node/12.',
  \`alias\` varchar(255) NOT NULL DEFAULT '' COMMENT 'The alias for this path; e.g. title-of-the-story.',
  \`language\` varchar(12) NOT NULL DEFAULT '' COMMENT 'The language this alias is for; if ''und'', the alias will be used for unknown languages.',
  PRIMARY KEY (\`pid\`),
  KEY \`alias_language_pid\` (\`alias\`,\`language\`,\`pid\`)
${innodb('A list of URL aliases for Drupal paths; a user may visit...')}`,
  users: `CREATE TABLE \`users\` (
  \`uid\` int(10) unsigned NOT NULL DEFAULT '0' COMMENT 'Primary Key: Unique user ID.',
  \`name\` varchar(60) NOT NULL DEFAULT '' COMMENT 'Unique user name.',
  \`pass\` varchar(128) NOT NULL DEFAULT '' COMMENT 'User''s password (hashed).',
  \`mail\` varchar(254) DEFAULT '' COMMENT 'User''s e-mail address.',
  \`theme\` varchar(255) NOT NULL DEFAULT '' COMMENT 'User''s default theme.',
  \`signature\` varchar(255) NOT NULL DEFAULT '' COMMENT 'User''s signature.',
  \`signature_format\` varchar(255) DEFAULT NULL COMMENT 'The filter_format.format of the signature.',
  \`created\` int(11) NOT NULL DEFAULT '0' COMMENT 'Timestamp for when user was created.',
  \`access\` int(11) NOT NULL DEFAULT '0' COMMENT 'Timestamp for previous time user accessed the site.',
  \`login\` int(11) NOT NULL DEFAULT '0' COMMENT 'Timestamp for user''s last login.',
  \`status\` tinyint(4) NOT NULL DEFAULT '0' COMMENT 'Whether the user is active(1) or blocked(0).',
  \`timezone\` varchar(32) DEFAULT NULL COMMENT 'User''s time zone.',
  \`language\` varchar(12) NOT NULL DEFAULT '' COMMENT 'User''s default language.',
  \`picture\` int(11) NOT NULL DEFAULT '0' COMMENT 'Foreign key: file_managed.fid of user''s picture.',
  \`init\` varchar(254) DEFAULT '' COMMENT 'E-mail address used for initial account creation.',
  \`data\` longblob COMMENT 'A serialized array of name value pairs that are related to the user. Any form values posted during user edit are stored and are loaded into the $user object during user_load(). Use of this field is discouraged and it will likely disappear in a future...',
  PRIMARY KEY (\`uid\`),
  UNIQUE KEY \`name\` (\`name\`),
  KEY \`access\` (\`access\`),
  KEY \`created\` (\`created\`),
  KEY \`mail\` (\`mail\`),
  KEY \`picture\` (\`picture\`)
${innodb('Stores user data.')}`,
  variable: `CREATE TABLE \`variable\` (
  \`name\` varchar(128) NOT NULL DEFAULT '' COMMENT 'The name of the variable.',
  \`value\` longblob NOT NULL COMMENT 'The value of the variable.',
  PRIMARY KEY (\`name\`)
${innodb('Named variable/value pairs created by Drupal core or any...')}`,
  watchdog: `CREATE TABLE \`watchdog\` (
  \`wid\` int(11) NOT NULL AUTO_INCREMENT COMMENT 'Primary Key: Unique watchdog event ID.',
  \`uid\` int(11) NOT NULL DEFAULT '0' COMMENT 'The users.uid of the user who triggered the event.',
  \`type\` varchar(64) NOT NULL DEFAULT '' COMMENT 'Type of log message, for example "user" or "page not found."',
  \`message\` longtext NOT NULL COMMENT 'Text of log message to be passed into the t() function.',
  \`variables\` longblob NOT NULL COMMENT 'Serialized array of variables that match the message string and that is passed into the t() function.',
  \`severity\` tinyint(3) unsigned NOT NULL DEFAULT '0' COMMENT 'The severity level of the event; ranges from 0 (Emergency) to 7 (Debug)',
  \`link\` varchar(255) DEFAULT '' COMMENT 'Link to view the result of the event.',
  \`location\` text NOT NULL COMMENT 'URL of the origin of the event.',
  \`referer\` text COMMENT 'URL of referring page.',
  \`hostname\` varchar(128) NOT NULL DEFAULT '' COMMENT 'Hostname of the user who triggered the event.',
  \`timestamp\` int(11) NOT NULL DEFAULT '0' COMMENT 'Unix timestamp of when event occurred.',
  PRIMARY KEY (\`wid\`),
  KEY \`type\` (\`type\`),
  KEY \`uid\` (\`uid\`),
  KEY \`severity\` (\`severity\`)
${innodb('Table that contains logs of all system events.')}`,
} as const;
