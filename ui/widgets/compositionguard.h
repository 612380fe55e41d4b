#pragma once

#include <QObject>
#include <QPointer>

namespace tincan {

/// While an input method composes in a line of text, all keys but letters are the input method's, in every
/// window: Enter answers no dialog, Esc closes none, arrows and Tab lead nowhere.
class CompositionGuard : public QObject
{
    Q_OBJECT

public:
    explicit CompositionGuard(QObject *parent); ///< watches the application for as long as it lives

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QObject> m_composing; ///< the line with text that is not committed yet
};

} // namespace tincan
