#pragma once

#include "app/standardinput.h"
#include "protocol/framer.h"

#include <QObject>

namespace tincan {

/// Standard input line by line.
class InputLines : public QObject
{
    Q_OBJECT

public:
    explicit InputLines(QObject *parent = nullptr);

    void setReading(bool reading) { m_input.setReading(reading); }

Q_SIGNALS:
    void line(const QString &text); ///< without its end; what is no UTF-8 in it is replaced
    void lineTooLong();
    void ended();

private:
    void take(const QByteArray &bytes);
    void finish();

    StandardInput m_input;
    Framer m_framer;
};

} // namespace tincan
