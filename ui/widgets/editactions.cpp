#include "ui/widgets/editactions.h"

#include <QAction>
#include <QApplication>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace tincan {

namespace {

/// What a widget calls that act: views of our own may say copySelection() where an edit says copy().
QByteArray slotOf(const QWidget *widget, const char *slot)
{
    if (!widget) {
        return {};
    }
    const QMetaObject *meta = widget->metaObject();
    for (const QByteArray &name : {QByteArray(slot), QByteArray(slot) + "Selection"}) {
        if (meta->indexOfMethod(name + "()") >= 0) {
            return name;
        }
    }
    return {};
}

} // namespace

EditActions::EditActions(QMenu *menu) : QObject(menu)
{
    add(menu, tr("&Undo"), QKeySequence::Undo, "undo");
    add(menu, tr("&Redo"), QKeySequence::Redo, "redo");
    menu->addSeparator();
    add(menu, tr("Cu&t"), QKeySequence::Cut, "cut");
    add(menu, tr("&Copy"), QKeySequence::Copy, "copy");
    add(menu, tr("&Paste"), QKeySequence::Paste, "paste");
    // Text is all that is ever pasted; many know the key from elsewhere.
    add(menu, tr("Paste &Without Formatting"), QKeySequence::UnknownKey, "paste")
        ->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_V);
    menu->addSeparator();
    add(menu, tr("Select &All"), QKeySequence::SelectAll, "selectAll");
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { aimAt(now); });
    aimAt(QApplication::focusWidget());
}

QAction *EditActions::add(QMenu *menu, const QString &text, int standardKey, const char *slot)
{
    QAction *action = menu->addAction(text);
    action->setShortcut(QKeySequence::StandardKey(standardKey));
    connect(action, &QAction::triggered, this, [this, slot] {
        if (const QByteArray name = slotOf(m_target, slot); !name.isEmpty()) {
            QMetaObject::invokeMethod(m_target, name.constData());
        }
    });
    m_edits.append({action, slot});
    return action;
}

void EditActions::aimAt(QWidget *focus)
{
    // A menu that is opened by the keyboard has the focus itself for as long.
    if (qobject_cast<QMenuBar *>(focus) || qobject_cast<QMenu *>(focus)) {
        return;
    }
    m_target = focus;
    for (const Edit &edit : m_edits) {
        edit.action->setEnabled(!slotOf(focus, edit.slot).isEmpty());
    }
}

} // namespace tincan
