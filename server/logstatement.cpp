#include "server/logstatement.h"

#include "server/logdatabase.h"

#include <QStringEncoder>

#include <sqlite3.h>

#include <utility>

namespace tincan {

namespace {

/// Of their texts in UTF-8.
qsizetype mostBytes(const LogValues &values)
{
    constexpr qsizetype mostPerUnit = 3;
    qsizetype bytes = 0;
    for (const LogValue &value : values) {
        if (const auto *text = std::get_if<QString>(&value))
            bytes += mostPerUnit * text->size();
    }
    return bytes;
}

} // namespace

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
    m_texts.resize(mostBytes(values));
    char *free = m_texts.data();
    for (qsizetype i = 0; i < values.size(); ++i)
        free = bind(int(i) + 1, values.at(i), free);
    m_isRunning = true;
    step();
}

/// Puts a text where there is room; answers where there still is.
char *LogStatement::bind(int place, const LogValue &value, char *free)
{
    if (const auto *number = std::get_if<qint64>(&value)) {
        sqlite3_bind_int64(m_statement, place, *number);
    } else if (const auto *text = std::get_if<QString>(&value)) {
        char *end = QStringEncoder(QStringEncoder::Utf8).appendToBuffer(free, *text);
        sqlite3_bind_text(m_statement, place, free, int(end - free), SQLITE_STATIC);
        return end;
    } else {
        sqlite3_bind_null(m_statement, place);
    }
    return free;
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
