#pragma once

#include "tests/support/transcript.h"

#include <QHash>
#include <QJsonValue>

namespace tincan::transcript {

/// Compares what clients get with what a transcript says, and remembers what its placeholders stood for.
class Matcher
{
public:
    /// The bytes of a Sends step, its placeholders replaced. A placeholder that nothing was bound to stays as
    /// it is.
    QByteArray fill(const Step &step) const;

    /// Whether `message`, delimiter included, is what the Receives step says; binds its new placeholders if
    /// so.
    bool matches(const Step &step, const QByteArray &message);

    /// Whether a message that a transcript does not name may come at any time: `presence` and `ping` of the
    /// native dialect, which tell nothing that lasts.
    static bool mayPass(const QByteArray &message);

    /// What ends the message that a Receives step waits for.
    static char delimiterOf(const Step &step) { return step.pieces.last().text.back(); }

    /// The bytes of a step, or their beginning, as people read them.
    static QString describe(const Step &step);

private:
    using Values = QHash<QByteArray, QByteArray>;

    static bool matchesText(const QList<Piece> &pieces, QByteArrayView text, Values &values);
    static bool matchesJson(const QList<Piece> &pieces, const QByteArray &text, Values &values);
    static bool matchesValue(const QJsonValue &pattern, const QJsonValue &value, Values &values);
    static bool matchesObject(const QJsonObject &pattern, const QJsonValue &value, Values &values);
    static bool matchesArray(const QJsonArray &pattern, const QJsonValue &value, Values &values);
    static bool matchesPlaceholder(const QByteArray &name, const QJsonValue &value, Values &values);

    Values m_values;
};

} // namespace tincan::transcript
