#pragma once

#include "ui/widgets/completionpopup.h"
#include "ui/widgets/messageedit.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace tincan {

/// Where messages are written: the box, what can be said about its text, and Send. It never empties itself:
/// who owns it calls clearSent() once the text is safe, so that a refusal loses nothing.
class Composer : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(QWidget *parent = nullptr);

    QString text() const;
    int cursorPosition() const; ///< in UTF-16 units of text()
    void setText(const QString &text);
    void setText(const QString &text, int cursor);

    /// What words can be completed to while one types.
    void setCompletions(const CompletionPopup::Source &source) { m_completion->setSource(source); }

    void insert(const QString &text); ///< at the cursor, as if it was typed

    /// The text was taken over: empties the box.
    void clearSent();

    void setEnterSends(bool sends);           ///< or Ctrl+Enter alone
    void setPlaceholder(const QString &text); ///< such as "Message #Lounge"

    /// The most bytes of UTF-8 that can be sent; a counter appears from 80 % of it.
    void setLimit(int bytes);

    /// A sentence below the text, such as what happens to messages while there is no connection; empty for
    /// none.
    void setNote(const QString &sentence);

    /// Why nothing can be sent now, in place of the note; the text stays, and can be written on. `until` says
    /// how long that holds and may change every second: it is shown, and not told to a screen reader each
    /// time. Both empty: nothing is in the way. Commands, which say nothing in the room, pass at any time,
    /// and what changes a message does unless `edits` holds.
    void setObstacle(const QString &sentence, const QString &until = {}, bool edits = true);
    void setEditing(bool editing); ///< a message is changed; else something new is said

Q_SIGNALS:
    /// Enter or Send, with a text that is neither blank nor over the limit.
    void submitted(const QString &text);

    void textChanged(); ///< for whatever reason
    void textEdited();  ///< by a person, not by setText() or clearSent()
    void scrollRequested(tincan::ScrollStep step);
    void editLastRequested();              ///< Up in an empty box
    void emojiRequested(const QPoint &at); ///< where, global
    void sentRequested(int step);          ///< towards older (-1) or newer (1) texts

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    QWidget *makeMarks();
    void retranslate();
    void submit();
    bool isOverLimit() const;
    QString obstacle() const; ///< to what is being written: something new, or an edit
    bool isObstructed() const;
    void handleTextChange();
    void measure();
    void showState();
    void showWhatFits();
    void showNote();
    void applyFonts();

    MessageEdit *m_edit;
    CompletionPopup *m_completion;
    QLabel *m_note;
    QLabel *m_counter;
    QLabel *m_hint;
    QList<QToolButton *> m_marks; ///< bold, italic, code
    QWidget *m_markBar;           ///< which holds these
    QToolButton *m_emoji;
    QPushButton *m_send;
    QString m_standing; ///< the note
    QString m_obstacle;
    QString m_until;
    bool m_obstructsEdits = true;
    bool m_editing = false;
    qsizetype m_limit;
    qsizetype m_bytes = 0;   ///< of the text; 0 as long as it is far from the limit
    bool m_saidOver = false; ///< that the text is too long
    bool m_enterSends = true;
    bool m_replacing = false;
};

} // namespace tincan
