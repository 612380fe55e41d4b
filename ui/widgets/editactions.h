#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

class QAction;
class QMenu;

namespace tincan {

/// Undo, cut, copy and so on, for whatever widget has the keyboard; each is enabled while that widget knows
/// it.
class EditActions : public QObject
{
    Q_OBJECT

public:
    /// Adds the actions to the menu, whose child this becomes.
    explicit EditActions(QMenu *menu);

private:
    struct Edit
    {
        QAction *action = nullptr;
        const char *slot = nullptr; ///< of the widget, e.g. "copy"
    };
    QAction *add(QMenu *menu, const QString &text, int standardKey, const char *slot);
    void aimAt(QWidget *focus);

    QPointer<QWidget> m_target;
    QList<Edit> m_edits;
};

} // namespace tincan
