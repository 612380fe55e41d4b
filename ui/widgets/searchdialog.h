#pragma once

#include "ui/models/searchresults.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;
class QPushButton;

namespace tincan {

class FoundMessageDelegate;

/// Searching all rooms of all servers: a line with words and filters, and what was found.
class SearchDialog : public QDialog
{
    Q_OBJECT

public:
    /// `sessions` must outlive the dialog.
    SearchDialog(ChatSessions &sessions, const QString &text, QWidget *parent = nullptr);

Q_SIGNALS:
    void textChanged(const QString &text);
    void chosen(int server, const QString &room, qint64 seq);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void describe();
    QString nothingFound() const;
    void choose();
    void tellCurrent();

    SearchResults m_results;
    QTimer m_typed;
    QLineEdit *m_field;
    QLabel *m_problem;
    QListView *m_list;
    FoundMessageDelegate *m_delegate;
    QLabel *m_note;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_show;
    bool m_stopped = false;
};

} // namespace tincan
