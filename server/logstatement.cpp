#include "server/logstatement.h"

#include "server/logdatabase.h"

#include <sqlite3.h>

#include <utility>

namespace tincan {

bool LogColumn::isNull() const
{
    return sqlite3_column_type(m_statement, m_column) == SQLITE_NULL;
}

qint64 LogColumn::number() const
{
    return sqlite3_column_int64(m_statement, m_column);
}

QString LogColumn::text() const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, m_column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, m_column));
}

LogStatement::~LogStatement()
{
    sqlite3_finalize(m_statement);
}

void LogStatement::run(const LogValues &values)
{
    if (!m_statement)
        return;
    finish();
    for (qsizetype i = 0; i < values.size(); ++i)
        bind(int(i) + 1, values.at(i));
    m_isRunning = true;
    step();
}

/// SQLite keeps a text of its own.
void LogStatement::bind(int place, const LogValue &value)
{
    if (const auto *number = std::get_if<qint64>(&value)) {
        sqlite3_bind_int64(m_statement, place, *number);
    } else if (const auto *text = std::get_if<QString>(&value)) {
        const QByteArray bytes = text->toUtf8();
        sqlite3_bind_text(m_statement, place, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    } else {
        sqlite3_bind_null(m_statement, place);
    }
}

void LogStatement::step()
{
    const int result = sqlite3_step(m_statement);
    m_hasRow = result == SQLITE_ROW;
    if (m_hasRow)
        return;
    if (result != SQLITE_DONE)
        m_database.note();
    finish();
}

bool LogStatement::next()
{
    if (!m_isRunning)
        return false;
    if (!std::exchange(m_hasRow, false)) {
        step();
        return std::exchange(m_hasRow, false);
    }
    return true;
}

void LogStatement::finish()
{
    if (std::exchange(m_isRunning, false))
        sqlite3_reset(m_statement);
    m_hasRow = false;
}

} // namespace tincan
