#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

struct sqlite3_stmt;

namespace tincan {

class LogDatabase;

/// What a statement is given: a number, a text, or NULL.
using LogValue = std::variant<std::monostate, qint64, QString>;
using LogValues = QList<LogValue>;

/// A column of the row that a statement stands on.
class LogColumn
{
public:
    LogColumn(sqlite3_stmt *statement, int column) : m_statement(statement), m_column(column) {}

    bool isNull() const;
    qint64 number() const; ///< 0 where there is none
    QString text() const;  ///< empty where there is none

private:
    sqlite3_stmt *m_statement;
    int m_column;
};

/// A prepared statement of a database, and the rows that it answers with.
class LogStatement
{
public:
    /// Takes the statement; null is one that has no rows. `database` must outlive it.
    LogStatement(LogDatabase &database, sqlite3_stmt *statement)
        : m_database(database), m_statement(statement)
    {
    }
    ~LogStatement();
    LogStatement(const LogStatement &) = delete;
    LogStatement &operator=(const LogStatement &) = delete;

    void run(const LogValues &values); ///< anew, as far as the first row
    bool next();                       ///< to the next row; false where there is none
    LogColumn column(int number) const { return {m_statement, number}; }
    void finish(); ///< lets go of what it reads

private:
    char *bind(int place, const LogValue &value, char *free);
    void step();

    LogDatabase &m_database;
    sqlite3_stmt *m_statement;
    QByteArray m_texts;    ///< that it was given, which SQLite reads while it runs
    bool m_hasRow = false; ///< it stands on one that next() has not come to
    bool m_isRunning = false;
};

} // namespace tincan
