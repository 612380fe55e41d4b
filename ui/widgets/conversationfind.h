#pragma once

#include "ui/models/messagefinder.h"

#include <QPersistentModelIndex>
#include <QPointer>
#include <QWidget>

namespace tincan {

class ConversationActions;
class ConversationView;
class FindBar;

/// Finding in the conversation that is shown: what is typed into the bar is marked in the view, and walked
/// through.
class ConversationFind : public QObject
{
    Q_OBJECT

public:
    struct Parts ///< all must outlive this
    {
        FindBar &bar;
        ConversationView &view;
        ConversationActions &actions;
    };
    explicit ConversationFind(const Parts &parts, QObject *parent = nullptr);

    void setConversation(Conversation *conversation, RoomClient *client);
    void begin();
    void goOlder(); ///< begins where nothing is looked for
    void goNewer();
    bool goBack(); ///< closes the bar, and goes to where one was; false where it is not open

Q_SIGNALS:
    void everywhereRequested(const QString &text);
    void
    closed(QWidget *before); ///< the keyboard has no place any more; it was at `before`, null if that is gone

private:
    struct Place
    {
        QPersistentModelIndex row;
        int y = 0;
        bool atEnd = true;
    };

    void find();
    void close(bool back);
    void describe();
    void show(Seq seq);
    Seq lowestSeen() const;

    Parts m_parts;
    MessageFinder m_finder;
    Place m_place;                ///< where one was when the bar was opened
    QPointer<QWidget> m_keyboard; ///< and where the keyboard was
};

} // namespace tincan
