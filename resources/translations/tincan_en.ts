<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>tincan::AlertQueue</name>
    <message numerus="yes">
        <source>New messages in %n rooms</source>
        <translation>
            <numerusform>New messages in %n room</numerusform>
            <numerusform>New messages in %n rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread messages</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::ChatCommands</name>
    <message numerus="yes">
        <source>%n people are here.</source>
        <translation>
            <numerusform>%n person is here.</numerusform>
            <numerusform>%n people are here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::ChatRun</name>
    <message numerus="yes">
        <source>%n messages were not acknowledged.</source>
        <translation>
            <numerusform>%n message was not acknowledged.</numerusform>
            <numerusform>%n messages were not acknowledged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>#%1: %2, %n people here</source>
        <translation>
            <numerusform>#%1: %2, %n person here</numerusform>
            <numerusform>#%1: %2, %n people here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::ConnectionWords</name>
    <message numerus="yes">
        <source>Reconnecting in %n s.</source>
        <translation>
            <numerusform>Reconnecting in %n s.</numerusform>
            <numerusform>Reconnecting in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This room is slow. Try again in %n s.</source>
        <translation>
            <numerusform>This room is slow. Try again in %n s.</numerusform>
            <numerusform>This room is slow. Try again in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::ConversationView</name>
    <message numerus="yes">
        <source>Show all %n lines</source>
        <translation>
            <numerusform>Show all %n lines</numerusform>
            <numerusform>Show all %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::HostPanel</name>
    <message numerus="yes">
        <source>%1: %n connections</source>
        <extracomment>%1: a server&apos;s name</extracomment>
        <translation>
            <numerusform>%1: %n connection</numerusform>
            <numerusform>%1: %n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::JoinForm</name>
    <message numerus="yes">
        <source>This cannot be a name. Use up to %n characters, without signs like / # : in it.</source>
        <translation>
            <numerusform>This cannot be a name. Use one character, without signs like / # : in it.</numerusform>
            <numerusform>This cannot be a name. Use up to %n characters, without signs like / # : in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::JumpButton</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Jump to latest, %n new</source>
        <translation>
            <numerusform>Jump to latest, %n new</numerusform>
            <numerusform>Jump to latest, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::KeepChoice</name>
    <message numerus="yes">
        <source>For %n days</source>
        <translation>
            <numerusform>For %n day</numerusform>
            <numerusform>For %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::MessageAnnouncer</name>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::ModerationWords</name>
    <message numerus="yes">
        <source>Messages are kept for %n days here</source>
        <translation>
            <numerusform>Messages are kept for %n day here</numerusform>
            <numerusform>Messages are kept for %n days here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n messages are kept here</source>
        <translation>
            <numerusform>The last message is kept here</numerusform>
            <numerusform>The last %n messages are kept here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::PenaltyWords</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::PresenceRun</name>
    <message numerus="yes">
        <source>%n joined</source>
        <translation>
            <numerusform>%n joined</numerusform>
            <numerusform>%n joined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::RecentRooms</name>
    <message numerus="yes">
        <source>last visited %n days ago</source>
        <translation>
            <numerusform>last visited %n day ago</numerusform>
            <numerusform>last visited %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::RoomInfoText</name>
    <message numerus="yes">
        <source>%n people here are not encrypted: what is said can be read on its way to them.</source>
        <translation>
            <numerusform>%n person here is not encrypted: what is said can be read on its way to them.</numerusform>
            <numerusform>%n people here are not encrypted: what is said can be read on its way to them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::RoomListModel</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mentioning you</source>
        <translation>
            <numerusform>%n mentioning you</numerusform>
            <numerusform>%n mentioning you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::SearchDialog</name>
    <message numerus="yes">
        <source>%n found, searching on…</source>
        <translation>
            <numerusform>%n found, searching on…</numerusform>
            <numerusform>%n found, searching on…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are the last %n. More words, or a filter, find what is older.</source>
        <translation>
            <numerusform>This is the last one. More words, or a filter, find what is older.</numerusform>
            <numerusform>These are the last %n. More words, or a filter, find what is older.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found.</source>
        <translation>
            <numerusform>%n found.</numerusform>
            <numerusform>%n found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing found in %n rooms.</source>
        <translation>
            <numerusform>Nothing found in %n room.</numerusform>
            <numerusform>Nothing found in %n rooms.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::SeekBar</name>
    <message numerus="yes">
        <source>Loading earlier messages, %n to go…</source>
        <translation>
            <numerusform>Loading earlier messages, %n to go…</numerusform>
            <numerusform>Loading earlier messages, %n to go…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::StatusWords</name>
    <message numerus="yes">
        <source>Hosting on port %1 · %n connected</source>
        <extracomment>%1: the port; %n: people in the room</extracomment>
        <translation>
            <numerusform>Hosting on port %1 · %n connected</numerusform>
            <numerusform>Hosting on port %1 · %n connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::SwitcherModel</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::TrayIcon</name>
    <message numerus="yes">
        <source>Tincan, %n unread</source>
        <translation>
            <numerusform>Tincan, %n unread</numerusform>
            <numerusform>Tincan, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::TypingPeople</name>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n people are typing…</numerusform>
            <numerusform>%n people are typing…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::WindowDialogs</name>
    <message numerus="yes">
        <source>%n people are in your room.</source>
        <translation>
            <numerusform>%n person is in your room.</numerusform>
            <numerusform>%n people are in your room.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::WritingWords</name>
    <message numerus="yes">
        <source>You can send again in %n s.</source>
        <translation>
            <numerusform>You can send again in %n s.</numerusform>
            <numerusform>You can send again in %n s.</numerusform>
        </translation>
    </message>
</context>
</TS>
