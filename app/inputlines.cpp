#include "app/inputlines.h"

namespace tincan {

namespace {

constexpr qsizetype longestLine = 1024 * 1024;

} // namespace

InputLines::InputLines(QObject *parent) : QObject(parent), m_framer(Delimiter::Line, longestLine)
{
    connect(&m_input, &StandardInput::received, this, &InputLines::take);
    connect(&m_input, &StandardInput::ended, this, &InputLines::finish);
}

void InputLines::take(const QByteArray &bytes)
{
    m_framer.feed(bytes);
    while (const auto frame = m_framer.next()) {
        if (frame->overlong) {
            Q_EMIT lineTooLong();
        } else {
            Q_EMIT line(QString::fromUtf8(frame->bytes));
        }
    }
}

void InputLines::finish()
{
    if (m_framer.heldBytes() > 0) {
        take("\n"); // the last line may lack its end
    }
    Q_EMIT ended();
}

} // namespace tincan
