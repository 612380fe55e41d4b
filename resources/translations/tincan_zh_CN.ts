<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>tincan::Application</name>
    <message>
        <source>The room could not be opened. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::ChatCommands</name>
    <message>
        <source>You are in no such room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are in no room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (away)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people are here.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody of that name is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The topic is: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no topic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed here: what was missed is shown by itself. /history shows older messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server cannot search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are in no room; /join ROOM enters one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::ChatPage</name>
    <message>
        <source>Host…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::ChatRun</name>
    <message numerus="yes">
        <source>%n messages were not acknowledged.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A line was too long and was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>#%1: %2, %n people here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Trying again in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::CliOptions</name>
    <message>
        <source>Who to be; the user&apos;s name where none is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room to talk in; made if there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print every event as one line of JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insist on encryption, which this version does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak the plain dialect, whatever the server offers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send each line to an echo server and time its way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tincan in a terminal or a script.

From a pipe or a file, each line of standard input is posted as it is (blank lines are passed over), and
what is said after joining is printed, one&apos;s own messages included. At the end of input the program
waits until every message is acknowledged, and leaves with status 0.
In a terminal the last messages are shown first, and lines that start with a slash are commands: /help
lists them, //text says /text.
With --json, standard output has one event a line, those before joining included.

Status 1: not reachable, refused, or a message was not taken. Status 2: wrong options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a host: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the port has to be a number from 1 to 65535: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the link&apos;s fingerprint is damaged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a tincan:// link: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name will not do: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the room&apos;s name will not do: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the room is: an address or a tincan:// link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--tls and --plain exclude each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version has no encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one address is needed; --help says more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::Composer</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter to send · Shift+Enter for a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long to send: %1 of %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::ConnectionWords</name>
    <message>
        <source>Not connected to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reconnecting in %n s.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1: what went wrong, one sentence; %2: &quot;Reconnecting in 3 s.&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no computer called %1. Is the address spelled right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered at %1, port %2. Is the room open?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached from here. Are both computers on the same network?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time. Is it switched on, and does its firewall let port %2 through?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host closed the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody here is called %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room does not accept the name “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This room has a password, and that was not it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host does not let you in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room does not allow this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room ended the connection, because more came than it or you could take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invite asks for an encrypted connection, which could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answered at %1, port %2 is not a chat room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the Address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the Name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the Password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host a Room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room did not understand this program. One of the two may be too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too long for this room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody here has that name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That name cannot be used here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was not the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was too much at once. Wait a moment, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not do that here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your connection was too slow for what is said here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host is closing the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is too long for this room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are no longer in this room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many messages at once. Wait a moment, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not write here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an address, or paste an invite link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not an address. Try one like 192.168.1.20 or chat.example.org:4040.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The invite link is damaged. Copy it again as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is a link to something else. Invite links begin with tincan://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no computer of the name %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered at %1. Is the room open?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host closed the room at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That name is taken at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a password, or another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are banned from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not let you in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cut the connection: too much was sent, or too little read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address asks for encryption, which this version does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at %1 is no chat server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::Conversation</name>
    <message>
        <source>%1 is now %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::ConversationModel</name>
    <message>
        <source>%1 removed the topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed the topic to “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 renamed the room to “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>a message, read aloud: who, what, when</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <extracomment>an action, read aloud: who, does what, when</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a notice, read aloud: what, when</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not sent: %2</source>
        <extracomment>%2: why</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::ConversationPane</name>
    <message>
        <source>Message %1</source>
        <extracomment>%1: a room with its sign &quot;#&quot;, or a person</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected: what you write is sent when the connection is back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::ConversationView</name>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>how a day is written, without the year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <comment>how a day is written, with the year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::DaemonFiles</name>
    <message>
        <source>cannot read %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no password in its first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot make the directory %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no server id; remove it to get a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot keep the server&apos;s id in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::DaemonOptions</name>
    <message>
        <source>Where to listen, e.g. 127.0.0.1:4040 or [::1]:4040; can be given again. Port 0 picks a free one. Every address, port 4040, where none is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s name, shown in greetings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory that keeps the server&apos;s identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep nothing; the default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file whose first line is the password that people need to join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insist on encryption, which this version does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most connections in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most connections from one address; this computer&apos;s own do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages a second from one connection (twice as many at once).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is logged to standard error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send everybody&apos;s messages back, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--max-connections needs a number from 1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--max-per-address needs a number from 1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--flood-limit needs a number, as in 10/s, or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an ADDRESS:PORT: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--name needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--log-level is debug, info, warning or error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Tincan server without windows. Prints &quot;listening on ADDRESS:PORT&quot; once it is ready; SIGTERM and SIGINT end it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unexpected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version has no encryption, so --require-tls cannot be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--data and --memory exclude each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the port is in use already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system does not allow this port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer does not have this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot listen on %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tincand: this version keeps messages in memory only; what is kept in the data directory is the server&apos;s identity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::DetailsLabel</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::EchoRun</name>
    <message>
        <source>line too long</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::EditActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::HostDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host a Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone on this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone with the address may join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::HostForm</name>
    <message>
        <source>%1&apos;s room</source>
        <extracomment>a room&apos;s first name; %1: who hosts it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be a room&apos;s name. Is it too long?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 is in use by another program on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not allow port %1. Try one above 1023.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::InviteDialog</name>
    <message>
        <source>Invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::InvitePanel</name>
    <message>
        <source>Your room is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They need the password, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send one of these to the people you want here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the invite link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the terminal command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses of this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::JoinDialog</name>
    <message>
        <source>The room asks for a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join a Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>192.168.1.20, chat.example.org:4040 or tincan://…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address or invite link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::JoinForm</name>
    <message>
        <source>Type the name that others will see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This cannot be a name. Use up to %n characters, without signs like / # : in it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::JumpButton</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Jump to latest, %n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::MainMenu</name>
    <message>
        <source>&amp;Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Host a Room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Join…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse Rooms…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Invite…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop Hosting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;Unread Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Unread &amp;Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room by Nu&amp;mber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room &amp;%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next P&amp;ane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Pan&amp;e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Tincan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::MainWindow</name>
    <message>
        <source>Tincan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — %2 — %3</source>
        <extracomment>window title: a room, its server, this program</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::MemberListModel</name>
    <message>
        <source>host</source>
        <extracomment>tag of the person whose computer hosts the room</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cli</source>
        <extracomment>tag of somebody who uses a terminal (command line interface)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>irc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away — %1</source>
        <extracomment>heading of the people who are away</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here — %1</source>
        <extracomment>heading of the people who are here</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of an enumeration</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::MemberListView</name>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::PresenceRun</name>
    <message>
        <source>%1 joined from a terminal (plain text, not encrypted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: who joined (&quot;5 joined&quot;), %2: who left (&quot;3 left&quot;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n joined</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::ProblemBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::PromptDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::RecentRooms</name>
    <message>
        <source>last visited today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last visited yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>last visited %n days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>last visited on %1</source>
        <extracomment>%1: a date</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::RecentRoomsList</name>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>a server&apos;s address, and when one was there last</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::RoomClient</name>
    <message>
        <source>The message is longer than this server allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not know that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost before it came back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message was too long and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was meant for another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many messages are waiting to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::RoomHeader</name>
    <message>
        <source>Rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::RoomListModel</name>
    <message>
        <source>Direct</source>
        <extracomment>heading of conversations between two people</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mentioning you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of an enumeration</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::RoomListView</name>
    <message>
        <source>Rooms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::RoomRowDelegate</name>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::RoomsDialog</name>
    <message>
        <source>Asking for the rooms…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no rooms that you could join.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::ServerSession</name>
    <message>
        <source>hosted here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::SessionCommands</name>
    <message>
        <source>The message is too long for this room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not in a room called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of that name is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This room has no topic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command is for terminals only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/me TEXT · /nick NAME · /join ROOM · /leave · /topic TEXT · /msg NAME TEXT · /rooms · /who · /quit · //TEXT says /TEXT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such command, or something is missing behind it. /help lists the commands; begin with // to say something that starts with a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll up to read what was said before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New line in a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::StatusWords</name>
    <message numerus="yes">
        <source>Hosting on port %1 · %n connected</source>
        <extracomment>%1: the port; %n: people in the room</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <extracomment>milliseconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 person</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::WelcomePage</name>
    <message>
        <source>Talk to the people near you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host a room on this computer, or join one. No account, no cloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host a room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others connect to this computer. You get a link and a terminal command to share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host a Room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join a room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste an invite link, or type an address such as 192.168.1.20 or chat.example.org:4040.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address or invite link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tincan::WindowDialogs</name>
    <message>
        <source>Invite people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone on %1 can join it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A room cannot have this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use This Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Tincan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tincan %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat that hosts its own rooms. No account, no cloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the room?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people are in your room.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The room closes for them, too. They will read that the host closed the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the Room for All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
