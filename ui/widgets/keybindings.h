#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

namespace tincan {

class Preferences;

/// Which keys call the actions of the menus: those that the program comes with, or what somebody chose. No
/// two actions have the same key.
class KeyBindings : public QObject
{
    Q_OBJECT

public:
    /// Takes over what is remembered. Actions are known by their object names; those without one keep their
    /// keys. The preferences must outlive this.
    KeyBindings(const QList<QAction *> &actions, Preferences &preferences, QObject *parent = nullptr);

    bool canChange(const QAction *action) const { return action && !action->objectName().isEmpty(); }
    bool isChanged(const QAction *action) const;

    /// Why the action cannot have that key, as a sentence; empty where it can.
    QString problem(const QAction *action, const QKeySequence &key) const;
    /// The key takes the place of all that the action has. Nothing changes where there is a problem.
    void change(QAction *action, const QKeySequence &key);
    /// Back to what it came with, but for keys that another action has by now.
    void reset(QAction *action);

private:
    struct Remembered
    {
        QAction *action = nullptr;
        QKeySequence key;
    };

    const QAction *owner(const QKeySequence &key) const;
    QString unfitness(const QAction *action, const QKeySequence &key) const; ///< whoever has it
    QList<QKeySequence> freeDefaults(const QAction *action) const;
    QList<Remembered> remembered() const; ///< what fits
    void load();
    void store();

    QList<QAction *> m_actions;
    Preferences &m_preferences;
    QHash<const QAction *, QList<QKeySequence>> m_defaults;
};

} // namespace tincan
