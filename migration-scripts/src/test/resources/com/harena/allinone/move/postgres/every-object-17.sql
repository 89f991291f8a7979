grant maintain on app.plain to every_reader;
