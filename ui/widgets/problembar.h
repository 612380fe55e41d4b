#pragma once

#include <QFrame>

class QLabel;

namespace tincan {

/// One sentence about something that did not work, above whatever is shown, until it is dismissed.
class ProblemBar : public QFrame
{
    Q_OBJECT

public:
    explicit ProblemBar(QWidget *parent = nullptr);

    void showProblem(const QString &sentence);

Q_SIGNALS:
    void dismissed();

private:
    QLabel *m_sentence;
};

} // namespace tincan
