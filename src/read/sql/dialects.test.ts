import { describe, expect, it } from 'vitest';
import type { DialectName } from './dialect.ts';
import { type CollectedRows, readDump } from './read-dump.fixture.ts';

/** Read in one window and in many small ones, which must be the same. */
function read(dialect: DialectName, dump: string): CollectedRows {
  const whole = readDump(dump, { dialect });
  for (const windowBytes of [1, 37, 200]) expect(readDump(dump, { dialect, windowBytes })).toEqual(whole);
  return whole;
}

const valuesOf = ({ rows }: CollectedRows) => rows.map((row) => row.values);
const tablesOf = ({ rows }: CollectedRows) => rows.map((row) => row.table);

describe('an SQL Server script', () => {
  const script = `/****** Object:  Database [Shop]    Script Date: 01/02/2016 10:00:00 ******/
:setvar DatabaseName "Shop"
USE [Shop]
GO
SET ANSI_NULLS ON
GO
IF NOT EXISTS (SELECT * FROM sys.tables WHERE name = N'it''s; (x')
BEGIN
CREATE TABLE [dbo].[Customers](
	[Id] [int] IDENTITY(1,1) NOT NULL,
	[Full Name] [nvarchar](50) NULL,
	[Mail] [dbo].[MailType] NOT NULL,
	[Born] [datetime] NULL CONSTRAINT [DF_Born] DEFAULT (getdate()),
	[Photo] [varbinary](max) NULL,
 CONSTRAINT [PK_Customers] PRIMARY KEY CLUSTERED 
(
	[Id] ASC
)WITH (PAD_INDEX = OFF, IGNORE_DUP_KEY = OFF) ON [PRIMARY]
) ON [PRIMARY]
END
GO
CREATE TABLE [Sales].[Orders]([Id] [int] NOT NULL, [CustomerId] [int] NOT NULL, [Note] [nvarchar](max) NULL)
GO
SET IDENTITY_INSERT [dbo].[Customers] ON 

INSERT [dbo].[Customers] ([Id], [Full Name], [Mail], [Born], [Photo]) VALUES (1, N'Ann O''Neil', N'ann@example.com', CAST(N'1980-01-02T00:00:00.000' AS DateTime), 0x416E6E)
INSERT [dbo].[Customers] ([Id], [Full Name], [Mail], [Born], [Photo]) VALUES (2, N'C:\\', N'bob@example.com', CONVERT([datetime], '1981-02-03', 120), NULL)
GO
print 'Processed 100 total records'
INSERT INTO [dbo].[Customers] VALUES (3, N'a' + NCHAR(13) + CHAR(10) + N'b''c', N'', CAST(NULL AS DateTime), CAST(12.50 AS Decimal(5, 2))), (4, N'line
GO
INSERT [dbo].[Customers] VALUES (9)
', N'd@example.com', GETDATE(), -1)
SET IDENTITY_INSERT [dbo].[Customers] OFF
GO
CREATE PROCEDURE [dbo].[AddCustomer] @name nvarchar(50) AS
BEGIN
  INSERT INTO [dbo].[Customers] VALUES (99, @name, N'phantom@example.com', NULL, NULL)
END
GO
INSERT [Sales].[Orders] ([Id], [CustomerId], [Note]) VALUES (1, 1, N'x'); INSERT [Sales].[Orders] ([Id], [CustomerId], [Note]) VALUES (2, 1, NULL)
ALTER TABLE [Sales].[Orders]  WITH CHECK ADD  CONSTRAINT [FK_Orders] FOREIGN KEY([CustomerId])
REFERENCES [dbo].[Customers] ([Id])
GO
ALTER TABLE [Sales].[Orders] CHECK CONSTRAINT [FK_Orders]
GO
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'it''s'
GO
UPDATE [dbo].[Customers] SET [Mail] = N'eve@example.com'
GO`;
  const result = read('sqlserver', script);

  it('gives the rows of statements that end with their line, whatever their values look like', () => {
    expect(valuesOf(result)).toEqual([
      ['1', "Ann O'Neil", 'ann@example.com', '1980-01-02T00:00:00.000', 'Ann'],
      ['2', 'C:\\', 'bob@example.com', '1981-02-03', null],
      ['3', "a\r\nb'c", '', null, '12.50'],
      ['4', 'line\nGO\nINSERT [dbo].[Customers] VALUES (9)\n', 'd@example.com', 'GETDATE()', '-1'],
      ['1', '1', 'x'],
      ['2', '1', null],
    ]);
    expect([...new Set(tablesOf(result))]).toEqual(['Customers', 'Sales.Orders']);
    expect(result.databases).toEqual(['Shop']);
  });

  it('gives the tables with their keys', () => {
    expect(result.schemas[0]).toEqual({
      name: 'Customers',
      columns: [
        { name: 'Id', type: 'int' },
        { name: 'Full Name', type: 'nvarchar(50)' },
        { name: 'Mail', type: 'mailtype' },
        { name: 'Born', type: 'datetime' },
        { name: 'Photo', type: 'varbinary(max)' },
      ],
      scope: 'dbo',
      primaryKey: ['Id'],
      required: ['Id', 'Mail'],
      unique: [],
      foreignKeys: [],
    });
    expect(result.schemas.at(-1)).toMatchObject({
      name: 'Sales.Orders',
      foreignKeys: [{ column: 'CustomerId', table: 'Customers', toColumn: 'Id' }],
    });
  });

  it('hands over what changes rows and is not read', () => {
    expect(result.skipped).toEqual([
      {
        offset: script.indexOf('UPDATE'),
        bytes: script.lastIndexOf('\nGO') - script.indexOf('UPDATE'),
        reason: 'a statement that is not read: UPDATE',
        text: "UPDATE [dbo].[Customers] SET [Mail] = N'eve@example.com'",
      },
    ]);
  });

  it('with a row cut off in the middle of a string gives what follows the next statement', () => {
    const row = (id: number) => `INSERT [T] ([a], [b]) VALUES (${id}, N'name ${id}')\nGO\n`;
    const cut = read('sqlserver', `${row(1)}${row(2).slice(0, -12)}\nGO\n${row(3)}${row(4)}`);
    expect(valuesOf(cut).map(([id]) => id)).toEqual(['1', '3', '4']);
    expect(cut.skipped.map(({ reason }) => reason)).toEqual(['rows that cannot be read']);
  });

  it('may end right after its last row', () => {
    const last = read('sqlserver', "INSERT [T] ([a]) VALUES (N'x')");
    expect([valuesOf(last), last.skipped]).toEqual([[['x']], []]);
  });

  it('gives every row once, cut in two anywhere', () => {
    const bytes = Buffer.from(script);
    for (let cut = 0; cut < bytes.length; cut += 7) {
      const first = readDump(script, { dialect: 'sqlserver', stopAt: cut });
      const second = readDump(script, { dialect: 'sqlserver', from: first.end, schemas: first.schemas });
      expect([...valuesOf(first), ...valuesOf(second)]).toEqual(valuesOf(result));
    }
  });
});

describe('an Oracle script', () => {
  const script = `REM INSERTING into HR.PEOPLE it's
SET DEFINE OFF;
PROMPT it's; loading
CREATE TABLE "HR"."PEOPLE" ("ID" NUMBER(6,0), "NAME" VARCHAR2(20 BYTE) NOT NULL ENABLE, "BORN" DATE, "NOTE" CLOB);
/
ALTER TABLE "HR"."PEOPLE" ADD (CONSTRAINT "PK" PRIMARY KEY ("ID"), CONSTRAINT "UQ" UNIQUE ("NAME"));
Insert into HR.PEOPLE (ID,NAME,BORN,NOTE) values (1,'Ann O''Neil',to_date('01-02-80','DD-MM-RR'),null);
Insert into HR.PEOPLE (ID,NAME,BORN,NOTE) values ('2',q'[it's; (Bob)]',TO_TIMESTAMP('1981-02-03 00:00:00','YYYY-MM-DD HH24:MI:SS'),TO_CLOB('C:\\') || TO_CLOB(' and ''more'''));
insert into people values (3, nq'!O'Hara!', DATE '1982-03-04', 'a'||chr(10)||'b')
/
INSERT ALL
  INTO people (id, name) VALUES (4, 'Dan')
  INTO "HR"."PEOPLE" (id, name) VALUES (5, N'Eve')
SELECT * FROM dual;
CREATE OR REPLACE TRIGGER t BEFORE INSERT ON people FOR EACH ROW
BEGIN
  INSERT INTO people VALUES (99, 'phantom', NULL, NULL);
END;
/
BEGIN
  INSERT INTO people VALUES (6, 'Fay', NULL, NULL);
END;
/
COMMIT;
`;

  it('gives its rows, with what functions and other quotes wrap', () => {
    const result = read('oracle', script);
    expect(result.skipped).toEqual([]);
    expect(valuesOf(result)).toEqual([
      ['1', "Ann O'Neil", '01-02-80', null],
      ['2', "it's; (Bob)", '1981-02-03 00:00:00', "C:\\ and 'more'"],
      ['3', "O'Hara", '1982-03-04', 'a\nb'],
      ['4', 'Dan'],
      ['5', 'Eve'],
      ['6', 'Fay', null, null],
    ]);
    expect(new Set(tablesOf(result).map((name) => name.toUpperCase()))).toEqual(new Set(['PEOPLE']));
  });

  it('gives its tables, with the keys that are added in parentheses', () => {
    expect(read('oracle', script).schemas.at(-1)).toMatchObject({
      name: 'PEOPLE',
      columns: [{ type: 'number(6,0)' }, { type: 'varchar2(20byte)' }, { type: 'date' }, { type: 'clob' }],
      primaryKey: ['ID'],
      unique: ['NAME'],
    });
  });
});

describe('a DB2 script', () => {
  it('may end its statements with an @', () => {
    const result = read(
      'db2',
      `CONNECT TO SHOP@
CREATE TABLE "S"."T" ("ID" INTEGER NOT NULL, "MAIL" VARCHAR(60)) IN "USERSPACE1"@
INSERT INTO S.T VALUES (1, 'ann@example.com'), (2, 'it''s @
x')@
INSERT INTO S.T (ID, MAIL) VALUES (3, NULL);
CREATE TRIGGER x AFTER INSERT ON T BEGIN ATOMIC
INSERT INTO S.T VALUES (99, 'phantom');
END@
TERMINATE@
`,
    );
    expect(result.skipped).toEqual([]);
    expect(valuesOf(result)).toEqual([
      ['1', 'ann@example.com'],
      ['2', "it's @\nx"],
      ['3', null],
    ]);
  });
});

describe('a SQLite dump', () => {
  it('gives one row an INSERT, with line ends and bytes that it wrapped', () => {
    const result = read(
      'sqlite',
      `PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "people" (id INTEGER PRIMARY KEY AUTOINCREMENT, [full name] TEXT, mail UNIQUE, photo BLOB, boss REFERENCES people(id));
INSERT INTO people VALUES(1,'O''Neil','ann@example.com',X'416e6e',NULL);
INSERT INTO people VALUES(2,replace(replace('a\\r\\nb','\\r',char(13)),'\\n',char(10)),'C:\\',NULL,1);
INSERT INTO people VALUES(3,unistr('x\\u000ay\\\\z'),'','-',-1.5e3);
INSERT OR REPLACE INTO "people"("id") VALUES(4);
CREATE TRIGGER t AFTER INSERT ON people BEGIN
  INSERT INTO people VALUES(99,'phantom',NULL,NULL,NULL);
END;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('people',4);
COMMIT;
`,
    );
    expect(result.skipped).toEqual([]);
    expect(valuesOf(result)).toEqual([
      ['1', "O'Neil", 'ann@example.com', 'Ann', null],
      ['2', 'a\r\nb', 'C:\\', null, '1'],
      ['3', 'x\ny\\z', '', '-', '-1.5e3'],
      ['4'],
      ['people', '4'],
    ]);
    expect(result.schemas[0]).toMatchObject({
      name: 'people',
      primaryKey: ['id'],
      unique: ['mail'],
      foreignKeys: [{ column: 'boss', table: 'people', toColumn: 'id' }],
    });
  });
});

describe('SQL of nobody in particular', () => {
  it('without backslash escapes reads them as letters, and comments as the standard has them', () => {
    const result = read('standard', "--no space\nINSERT INTO t VALUES ('C:\\', 1), --x'\n('it''s', 2);\n");
    expect([valuesOf(result), result.skipped]).toEqual([
      [
        ['C:\\', '1'],
        ["it's", '2'],
      ],
      [],
    ]);
  });
});
