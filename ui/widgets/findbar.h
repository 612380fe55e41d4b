#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace tincan {

/// Above the conversation while something is looked for in it: what, how many there are, and the way from one
/// to the next.
class FindBar : public QFrame
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    void begin(); ///< shows the bar, with the text of the last time selected
    QString text() const;
    /// "3 of 17", or what is the matter. `hint`: more about it, for the tool tip; `none`: nothing was found.
    void setNote(const QString &note, const QString &hint, bool none);
    void setSteps(bool possible); ///< there is something to go to

Q_SIGNALS:
    void textChanged(const QString &text);
    void olderRequested();
    void newerRequested();
    void backRequested(); ///< Esc: close, and go back to where one was
    void closeRequested();
    void everywhereRequested(); ///< look for it in all rooms

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLineEdit *m_field;
    QLabel *m_note;
    QToolButton *m_older, *m_newer, *m_everywhere, *m_close;
};

} // namespace tincan
