#pragma once

#include "ui/models/switchermodel.h"

#include <QDialog>

class QLineEdit;
class QListView;

namespace tincan {

/// A line to type in, and below it what one may go to. Up and Down choose while typing, Enter goes there, Esc
/// returns to where one was. Shown with open().
class SwitcherDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SwitcherDialog(const QList<SwitcherEntry> &entries, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const tincan::SwitcherEntry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();
    void search(const QString &query);

    SwitcherModel m_model;
    QLineEdit *m_field;
    QListView *m_list;
};

} // namespace tincan
