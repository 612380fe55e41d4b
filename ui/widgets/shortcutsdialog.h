#pragma once

#include <QDialog>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace tincan {

class KeyBindings;

/// Every key of the program in one list. Those of the menus can be changed; a key that is taken is refused.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive this.
    ShortcutsDialog(const QList<QAction *> &actions, KeyBindings &bindings, QWidget *parent = nullptr);

private:
    void addFixedKeys();
    QWidget *makeChanger();
    QAction *chosen() const; ///< of the row, where its key can be changed; else null
    void showChosen();
    void change();
    void reset();
    void refresh(QTreeWidgetItem *row);

    KeyBindings &m_bindings;
    QList<QAction *> m_actions; ///< one for each of the first rows
    QTreeWidget *m_list;
    QKeySequenceEdit *m_keys;
    QPushButton *m_change;
    QPushButton *m_reset;
    QLabel *m_problem;
};

} // namespace tincan
