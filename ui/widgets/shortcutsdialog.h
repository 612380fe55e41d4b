#pragma once

#include <QDialog>

class QAction;

namespace tincan {

/// Every key of the program in one list.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace tincan
