#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace tincan::bench {

/// Prints, in a process that is measured, what it has used so far, under one word.
void tell(const char *what, int rows = 0);

/// What a process told under one word.
struct Told
{
    double cpu = 0;    ///< ms
    double memory = 0; ///< MiB
    double wakeUps = 0;
    int rows = 0;
};

class Telling
{
public:
    explicit Telling(const QByteArray &output = {});

    bool has(const char *word) const { return m_told.contains(word); }
    Told operator[](const char *word) const { return m_told.value(word); }

private:
    QHash<QByteArray, Told> m_told;
};

/// Runs a process that tells, until it ends.
Telling run(const QString &program, const QStringList &arguments);

} // namespace tincan::bench
