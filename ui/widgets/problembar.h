#pragma once

#include <QFrame>

class QLabel;

namespace tincan {

/// One sentence about something that did not work, above whatever is shown, until it is dismissed or out of
/// date.
class ProblemBar : public QFrame
{
    Q_OBJECT

public:
    /// What makes it go by itself.
    enum class Until
    {
        Dismissed, ///< nothing does
        GoneOn,    ///< somebody sends something, or turns to another room
        Edited     ///< that, or a change of the text that it is about
    };

    explicit ProblemBar(QWidget *parent = nullptr);

    void showProblem(const QString &sentence, Until until = Until::Dismissed);
    void bindToText(); ///< what is shown, unless it stays until it is dismissed: it holds until Edited

    void noteEdit();    ///< the text changed
    void noteGoingOn(); ///< something was sent, or another room is shown

Q_SIGNALS:
    void dismissed(); ///< or gone from under the keyboard

private:
    void passed();
    void leave();

    QLabel *m_sentence;
    QString m_lasting; ///< what stays until it is dismissed, alone or above a later one that goes by itself
    Until m_until = Until::Dismissed;
};

} // namespace tincan
