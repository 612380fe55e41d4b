<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>tincan::AboutDialog</name>
    <message>
        <source>About Tincan</source>
        <translation>关于 Tincan</translation>
    </message>
    <message>
        <source>Made with these libraries:</source>
        <translation>使用了以下库：</translation>
    </message>
    <message>
        <source>Tincan %1</source>
        <extracomment>%1: a version</extracomment>
        <translation>Tincan %1</translation>
    </message>
    <message>
        <source>Chat that hosts its own rooms. No account, no cloud.</source>
        <translation>自己主持房间的聊天程序。不要账号，不用云。</translation>
    </message>
    <message>
        <source>© 2026 The Tincan authors. MIT License.</source>
        <translation>© 2026 Tincan 作者。MIT 许可证。</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>tincan::AlertMenu</name>
    <message>
        <source>N&amp;otifications</source>
        <translation>通知(&amp;O)</translation>
    </message>
    <message>
        <source>No room is open</source>
        <translation>没有打开的房间</translation>
    </message>
    <message>
        <source>&amp;All Messages</source>
        <translation>所有消息(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Mentions and Direct</source>
        <translation>提及和私聊(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>什么都不(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Unmute</source>
        <translation>取消静音(&amp;U)</translation>
    </message>
    <message>
        <source>Mute for an &amp;Hour</source>
        <translation>静音一小时(&amp;H)</translation>
    </message>
    <message>
        <source>Mute Until &amp;Tomorrow</source>
        <translation>静音到明天(&amp;T)</translation>
    </message>
    <message>
        <source>Mute Al&amp;ways</source>
        <translation>一直静音(&amp;W)</translation>
    </message>
    <message>
        <source>Words That Count</source>
        <translation>视为提及的词</translation>
    </message>
    <message>
        <source>Words that count as a mention in this room</source>
        <translation>在这个房间里视为提及的词</translation>
    </message>
    <message>
        <source>Use These Words</source>
        <translation>使用这些词</translation>
    </message>
    <message>
        <source>Words That &amp;Count</source>
        <translation>视为提及的词(&amp;C)</translation>
    </message>
    <message>
        <source>Those of the &amp;Preferences</source>
        <translation>偏好设置里的词(&amp;P)</translation>
    </message>
    <message>
        <source>Words of This &amp;Room…</source>
        <translation>这个房间的词(&amp;R)…</translation>
    </message>
    <message>
        <source>N&amp;one</source>
        <extracomment>no words count as a mention in this room</extracomment>
        <translation>无(&amp;O)</translation>
    </message>
    <message>
        <source>Between commas. Without any, the words of the preferences count here.</source>
        <translation>用逗号分隔。留空则偏好设置里的词在这里有效。</translation>
    </message>
</context>
<context>
    <name>tincan::AlertQueue</name>
    <message>
        <source>Tincan</source>
        <translation>Tincan</translation>
    </message>
    <message numerus="yes">
        <source>New messages in %n rooms</source>
        <translation>
            <numerusform>%n 个房间有新消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread messages</source>
        <translation>
            <numerusform>%n 条未读消息</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>title of an alert: who, in which room</extracomment>
        <translation>%1，在 %2</translation>
    </message>
</context>
<context>
    <name>tincan::Application</name>
    <message>
        <source>The room could not be opened. %1</source>
        <translation>房间没能打开。%1</translation>
    </message>
    <message>
        <source>The input method “%1” is not there for Qt 6, so only what is on the keys can be typed. Install its plugin; on Debian fcitx5-frontend-qt6 brings that of Fcitx.</source>
        <translation>输入法“%1”没有适用于 Qt 6 的插件，因此只能输入键盘上的字符。请安装它的插件；在 Debian 上，fcitx5-frontend-qt6 提供 Fcitx 的插件。</translation>
    </message>
    <message>
        <source>Conversations cannot be kept on this computer, so they are gone when the program ends. Is the disk full? %1</source>
        <translation>无法在这台电脑上保存对话，程序结束后它们就没有了。磁盘是否已满？%1</translation>
    </message>
</context>
<context>
    <name>tincan::BlockingPage</name>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开连接</translation>
    </message>
</context>
<context>
    <name>tincan::ChangedKey</name>
    <message>
        <source>%1 shows another key</source>
        <translation>%1 出示了另一个密钥</translation>
    </message>
    <message>
        <source>Who answers there is not known to be your host. Perhaps the host has a new computer; perhaps somebody is in between and wants to read along. Nothing was sent: neither your name, nor a password, nor anything that you wrote.</source>
        <translation>无法确认应答的就是原来的主持人。也许主持人换了电脑，也许有人夹在中间想偷看。什么都没有发送：没有您的名字，没有密码，也没有您写的任何内容。</translation>
    </message>
    <message>
        <source>The key that is known</source>
        <translation>已知的密钥</translation>
    </message>
    <message>
        <source>The key that the invite names</source>
        <translation>邀请中写明的密钥</translation>
    </message>
    <message>
        <source>This link names no key. Ask for the invite that the host&apos;s own program shows.</source>
        <translation>这个链接没有写明密钥。请索要主持人自己的程序所显示的邀请。</translation>
    </message>
    <message>
        <source>This link names another key than the one that is shown: who answers is not the host who made it.</source>
        <translation>这个链接写明的密钥与出示的不同：应答的不是生成该链接的主持人。</translation>
    </message>
    <message>
        <source>This is neither an invite link nor digits of a key.</source>
        <translation>这既不是邀请链接，也不是密钥的数字。</translation>
    </message>
    <message>
        <source>The key that is shown does not end like this: who answers is not your host.</source>
        <translation>出示的密钥不是这样结尾的：应答的不是原来的主持人。</translation>
    </message>
</context>
<context>
    <name>tincan::ChangedKeyPage</name>
    <message>
        <source>Trust the New Key</source>
        <translation>信任新密钥</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>另一个密钥</translation>
    </message>
    <message>
        <source>The key that is shown now</source>
        <translation>现在出示的密钥</translation>
    </message>
    <message>
        <source>Ask the host, by phone or face to face, and put in the new invite link, or the last 8 digits of the key in the host&apos;s Room Info</source>
        <translation>请打电话或当面询问主持人，然后填入新的邀请链接，或主持人的“房间信息”中密钥的最后 8 位</translation>
    </message>
</context>
<context>
    <name>tincan::ChatCommands</name>
    <message>
        <source>You are in no such room.</source>
        <translation>你不在这个房间里。</translation>
    </message>
    <message>
        <source>You are in no room.</source>
        <translation>你不在任何房间里。</translation>
    </message>
    <message numerus="yes">
        <source>%n people are here.</source>
        <translation>
            <numerusform>这里有 %n 人。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody of that name is here.</source>
        <translation>这里没有叫这个名字的人。</translation>
    </message>
    <message>
        <source>The topic is: %1</source>
        <translation>话题：%1</translation>
    </message>
    <message>
        <source>There is no topic.</source>
        <translation>没有话题。</translation>
    </message>
    <message>
        <source>Not needed here: what was missed is shown by itself. /history shows older messages.</source>
        <translation>这里用不到：错过的消息会自动显示。/history 显示更早的消息。</translation>
    </message>
    <message>
        <source>This server cannot search.</source>
        <translation>这台服务器不能搜索。</translation>
    </message>
    <message>
        <source>You are in no room; /join ROOM enters one.</source>
        <translation>你不在任何房间里；/join 房间名 可以进入一个。</translation>
    </message>
    <message>
        <source>You are away; /back says that you are back.</source>
        <translation>你已设为离开；输入 /back 表示回来。</translation>
    </message>
    <message>
        <source>You are back.</source>
        <translation>你回来了。</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>房主</translation>
    </message>
    <message>
        <source>moderator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已禁言</translation>
    </message>
    <message>
        <source>away</source>
        <translation>离开</translation>
    </message>
</context>
<context>
    <name>tincan::ChatPage</name>
    <message>
        <source>Host…</source>
        <translation>主持…</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>加入…</translation>
    </message>
</context>
<context>
    <name>tincan::ChatRun</name>
    <message numerus="yes">
        <source>%n messages were not acknowledged.</source>
        <translation>
            <numerusform>有 %n 条消息没有得到确认。</numerusform>
        </translation>
    </message>
    <message>
        <source>A line was too long and was not sent.</source>
        <translation>有一行太长，没有发送。</translation>
    </message>
    <message numerus="yes">
        <source>#%1: %2, %n people here</source>
        <translation>
            <numerusform>#%1：%2，%n 人在此</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying again in %1 s.</source>
        <translation>%1 秒后重试。</translation>
    </message>
    <message>
        <source>You are in %1.</source>
        <translation>你在 %1。</translation>
    </message>
    <message>
        <source>You are in %1: %2</source>
        <translation>你在 %1：%2</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>未发送：%1</translation>
    </message>
    <message>
        <source>%1 %2 is free.</source>
        <translation>%1 可以用 %2。</translation>
    </message>
    <message>
        <source>The room #%1 was removed.</source>
        <translation>房间 #%1 已被移除。</translation>
    </message>
</context>
<context>
    <name>tincan::CliOptions</name>
    <message>
        <source>Who to be; the user&apos;s name where none is given.</source>
        <translation>使用的名字；不给时用系统用户名。</translation>
    </message>
    <message>
        <source>The room to talk in; made if there is none.</source>
        <translation>聊天的房间；没有就新建。</translation>
    </message>
    <message>
        <source>Print every event as one line of JSON.</source>
        <translation>每个事件输出为一行 JSON。</translation>
    </message>
    <message>
        <source>Send each line to an echo server and time its way back.</source>
        <translation>把每一行发给回声服务器，并计量往返时间。</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>显示版本。</translation>
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
        <translation>在终端或脚本里使用的 Tincan。

从管道或文件读取时，标准输入的每一行原样发出（跳过空行），并输出加入之后的消息，包括自己的。
输入结束后，程序等到每条消息都得到确认，再以状态 0 退出。
在终端里先显示最近的消息；以斜线开头的行是命令：/help 列出命令，//文字 表示说 /文字。
使用 --json 时，标准输出每行一个事件，包括加入之前的。

状态 1：连不上、被拒绝，或有消息没被接受。状态 2：选项有误。</translation>
    </message>
    <message>
        <source>the address is empty</source>
        <translation>地址是空的</translation>
    </message>
    <message>
        <source>not a host: %1</source>
        <translation>不是主机名：%1</translation>
    </message>
    <message>
        <source>the port has to be a number from 1 to 65535: %1</source>
        <translation>端口必须是 1 到 65535 的数字：%1</translation>
    </message>
    <message>
        <source>the link&apos;s fingerprint is damaged: %1</source>
        <translation>链接里的指纹已损坏：%1</translation>
    </message>
    <message>
        <source>not a tincan:// link: %1</source>
        <translation>不是 tincan:// 链接：%1</translation>
    </message>
    <message>
        <source>the name will not do: %1</source>
        <translation>这个名字不能用：%1</translation>
    </message>
    <message>
        <source>the room&apos;s name will not do: %1</source>
        <translation>这个房间名不能用：%1</translation>
    </message>
    <message>
        <source>Where the room is: an address or a tincan:// link.</source>
        <translation>房间在哪里：地址或 tincan:// 链接。</translation>
    </message>
    <message>
        <source>--tls and --plain exclude each other</source>
        <translation>--tls 和 --plain 不能同时使用</translation>
    </message>
    <message>
        <source>one address is needed; --help says more</source>
        <translation>需要一个地址；--help 有更多说明</translation>
    </message>
    <message>
        <source>Insist on encryption. Without this option and --plain it is used where the server offers it, or did so before.</source>
        <translation>必须加密。没有此选项也没有 --plain 时，服务器提供加密或以前提供过加密就使用加密。</translation>
    </message>
    <message>
        <source>Speak the plain dialect, without encryption, whatever the server offers. Refused where it was encrypted before.</source>
        <translation>不论服务器提供什么，都用不加密的 plain 方式通信。以前加密过的服务器会被拒绝。</translation>
    </message>
    <message>
        <source>Print the fingerprint of your own key, by which servers know you: tincand --owner takes it.</source>
        <translation>打印您自己密钥的指纹，服务器凭它认出您；可交给 tincand --owner。</translation>
    </message>
</context>
<context>
    <name>tincan::CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>tincan::CompletionSource</name>
    <message>
        <source>say what you do</source>
        <translation>说说你在做什么</translation>
    </message>
    <message>
        <source>change your name</source>
        <translation>更改你的名字</translation>
    </message>
    <message>
        <source>show or change the room&apos;s topic</source>
        <translation>查看或更改房间话题</translation>
    </message>
    <message>
        <source>tell one person alone</source>
        <translation>只对一个人说</translation>
    </message>
    <message>
        <source>go to a room, and make it if there is none</source>
        <translation>进入房间，没有则新建</translation>
    </message>
    <message>
        <source>leave a room</source>
        <translation>离开房间</translation>
    </message>
    <message>
        <source>list the rooms</source>
        <translation>列出房间</translation>
    </message>
    <message>
        <source>list who is here</source>
        <translation>列出在场的人</translation>
    </message>
    <message>
        <source>say that you are away, and why</source>
        <translation>表示你离开，以及原因</translation>
    </message>
    <message>
        <source>say that you are back</source>
        <translation>表示你回来了</translation>
    </message>
    <message>
        <source>list the commands</source>
        <translation>列出命令</translation>
    </message>
    <message>
        <source>leave the server</source>
        <translation>离开服务器</translation>
    </message>
    <message>
        <source>remove somebody</source>
        <translation>移出某人</translation>
    </message>
    <message>
        <source>keep somebody out, for an hour if nothing is said</source>
        <translation>不让某人进入，不写时长则为一小时</translation>
    </message>
    <message>
        <source>let somebody in again</source>
        <translation>让某人重新进入</translation>
    </message>
    <message>
        <source>let somebody read, and not write</source>
        <translation>让某人只能阅读，不能发言</translation>
    </message>
    <message>
        <source>let somebody write again</source>
        <translation>让某人重新发言</translation>
    </message>
    <message>
        <source>make somebody a moderator</source>
        <translation>把某人设为管理员</translation>
    </message>
    <message>
        <source>seconds between two messages in this room, or off</source>
        <translation>此房间两条消息之间的秒数，或 off</translation>
    </message>
    <message>
        <source>who may write in this room: all, members or moderators</source>
        <translation>谁可以在此房间发言：all、members 或 moderators</translation>
    </message>
    <message>
        <source>show who is connected</source>
        <translation>显示连接情况</translation>
    </message>
    <message>
        <source>show who is banned or muted</source>
        <translation>显示被封禁或禁言的人</translation>
    </message>
    <message>
        <source>show what owner and moderators did</source>
        <translation>显示管理记录</translation>
    </message>
    <message>
        <source>show who is a moderator, here or not</source>
        <translation>显示谁是管理员，无论在不在这里</translation>
    </message>
    <message>
        <source>forget a room and all that was said in it</source>
        <translation>删除一个房间及其中的全部聊天内容</translation>
    </message>
    <message>
        <source>what is kept of this room, as in 30d or 1000; all, or default</source>
        <translation>此房间保留什么，例如 30d 或 1000；all 或 default</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>[TEXT]</source>
        <translation>[文字]</translation>
    </message>
    <message>
        <source>NAME TEXT</source>
        <translation>名字 文字</translation>
    </message>
    <message>
        <source>ROOM</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>[ROOM]</source>
        <translation>[房间]</translation>
    </message>
    <message>
        <source>give the password that is asked for</source>
        <translation>提供所要求的密码</translation>
    </message>
    <message>
        <source>WORD</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>read what was said before</source>
        <translation>阅读之前的消息</translation>
    </message>
    <message>
        <source>NAME [REASON]</source>
        <translation>名字 [原因]</translation>
    </message>
    <message>
        <source>NAME [10m|2h|7d|forever] [REASON]</source>
        <translation>名字 [10m|2h|7d|forever] [原因]</translation>
    </message>
    <message>
        <source>make a moderator an ordinary member again</source>
        <translation>把管理员变回普通成员</translation>
    </message>
    <message>
        <source>SECONDS|off</source>
        <translation>秒数|off</translation>
    </message>
</context>
<context>
    <name>tincan::ComposeBar</name>
    <message>
        <source>Replying to %1</source>
        <translation>正在回复 %1</translation>
    </message>
    <message>
        <source>Editing your message</source>
        <translation>正在编辑你的消息</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>取消 (Esc)</translation>
    </message>
</context>
<context>
    <name>tincan::Composer</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Enter to send · Shift+Enter for a new line</source>
        <translation>Enter 发送 · Shift+Enter 换行</translation>
    </message>
    <message>
        <source>Too long to send: %1 of %2 bytes</source>
        <translation>太长，无法发送：%1 / %2 字节</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 / %2 字节</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Emoji (Ctrl+.)</source>
        <translation>表情 (Ctrl+.)</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>tool tip: what a button does, and its key</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Ctrl+Enter to send · Enter for a new line</source>
        <translation>Ctrl+Enter 发送 · Enter 换行</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1: why nothing can be sent, %2: how long that holds; a sentence each</extracomment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>tincan::ConnectionWords</name>
    <message>
        <source>Not connected to %1.</source>
        <translation>未连接到 %1。</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message numerus="yes">
        <source>Reconnecting in %n s.</source>
        <translation>
            <numerusform>%n 秒后重新连接。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>正在重新连接…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1: what went wrong, one sentence; %2: &quot;Reconnecting in 3 s.&quot;
----------
two sentences</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>There is no computer called %1. Is the address spelled right?</source>
        <translation>没有叫 %1 的计算机。地址写对了吗？</translation>
    </message>
    <message>
        <source>Nobody answered at %1, port %2. Is the room open?</source>
        <translation>%1 的端口 %2 没有应答。房间开着吗？</translation>
    </message>
    <message>
        <source>%1 cannot be reached from here. Are both computers on the same network?</source>
        <translation>从这里到不了 %1。两台计算机在同一个网络里吗？</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Is it switched on, and does its firewall let port %2 through?</source>
        <translation>%1 没有及时应答。它开机了吗？它的防火墙放行端口 %2 吗？</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>与 %1 的连接断开了。</translation>
    </message>
    <message>
        <source>The host closed the room.</source>
        <translation>主机关闭了房间。</translation>
    </message>
    <message>
        <source>Somebody here is called %1 already.</source>
        <translation>这里已经有人叫 %1。</translation>
    </message>
    <message>
        <source>The room does not accept the name “%1”.</source>
        <translation>房间不接受名字“%1”。</translation>
    </message>
    <message>
        <source>This room has a password, and that was not it.</source>
        <translation>这个房间有密码，刚才的密码不对。</translation>
    </message>
    <message>
        <source>The room is full.</source>
        <translation>房间满了。</translation>
    </message>
    <message>
        <source>The host does not let you in.</source>
        <translation>主机不让你进入。</translation>
    </message>
    <message>
        <source>The room does not allow this.</source>
        <translation>房间不允许这样做。</translation>
    </message>
    <message>
        <source>The room ended the connection, because more came than it or you could take.</source>
        <translation>房间断开了连接，因为数据太多，它或你来不及处理。</translation>
    </message>
    <message>
        <source>What answered at %1, port %2 is not a chat room.</source>
        <translation>在 %1 端口 %2 应答的不是聊天室。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Change the Address…</source>
        <translation>更改地址…</translation>
    </message>
    <message>
        <source>Change the Name…</source>
        <translation>更改名字…</translation>
    </message>
    <message>
        <source>Join as %1</source>
        <translation>以 %1 加入</translation>
    </message>
    <message>
        <source>Enter the Password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Host a Room…</source>
        <translation>主持房间…</translation>
    </message>
    <message>
        <source>The room did not understand this program. One of the two may be too old.</source>
        <translation>房间不理解这个程序。可能有一方版本太旧。</translation>
    </message>
    <message>
        <source>That is too long for this room.</source>
        <translation>对这个房间来说太长了。</translation>
    </message>
    <message>
        <source>There is no such room.</source>
        <translation>没有这个房间。</translation>
    </message>
    <message>
        <source>Somebody here has that name already.</source>
        <translation>这里已经有人用这个名字。</translation>
    </message>
    <message>
        <source>That name cannot be used here.</source>
        <translation>这个名字不能在这里使用。</translation>
    </message>
    <message>
        <source>That was not the password.</source>
        <translation>密码不对。</translation>
    </message>
    <message>
        <source>That was too much at once. Wait a moment, then try again.</source>
        <translation>一下子太多了。请稍等再试。</translation>
    </message>
    <message>
        <source>There is no room for more.</source>
        <translation>没有空位了。</translation>
    </message>
    <message>
        <source>You may not do that here.</source>
        <translation>你在这里不能这样做。</translation>
    </message>
    <message>
        <source>Your connection was too slow for what is said here.</source>
        <translation>你的连接太慢，跟不上这里的消息。</translation>
    </message>
    <message>
        <source>The host is closing the room.</source>
        <translation>主机正在关闭房间。</translation>
    </message>
    <message>
        <source>The message is too long for this room.</source>
        <translation>消息对这个房间来说太长了。</translation>
    </message>
    <message>
        <source>You are no longer in this room.</source>
        <translation>你已不在这个房间。</translation>
    </message>
    <message>
        <source>Too many messages at once. Wait a moment, then try again.</source>
        <translation>一下子发了太多消息。请稍等再试。</translation>
    </message>
    <message>
        <source>You may not write here.</source>
        <translation>你在这里不能发言。</translation>
    </message>
    <message>
        <source>Type an address, or paste an invite link.</source>
        <translation>输入地址，或粘贴邀请链接。</translation>
    </message>
    <message>
        <source>That is not an address. Try one like 192.168.1.20 or chat.example.org:4040.</source>
        <translation>这不是地址。请试试 192.168.1.20 或 chat.example.org:4040 这样的地址。</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>端口必须是 1 到 65535 的数字。</translation>
    </message>
    <message>
        <source>The invite link is damaged. Copy it again as a whole.</source>
        <translation>邀请链接已损坏。请重新完整复制。</translation>
    </message>
    <message>
        <source>That is a link to something else. Invite links begin with tincan://</source>
        <translation>这个链接指向别处。邀请链接以 tincan:// 开头</translation>
    </message>
    <message>
        <source>There is no computer of the name %1.</source>
        <translation>没有叫 %1 的计算机。</translation>
    </message>
    <message>
        <source>Nobody answered at %1. Is the room open?</source>
        <translation>%1 没有应答。房间开着吗？</translation>
    </message>
    <message>
        <source>%1 cannot be reached from here.</source>
        <translation>从这里到不了 %1。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 没有及时应答。</translation>
    </message>
    <message>
        <source>The host closed the room at %1.</source>
        <translation>主机关闭了 %1 的房间。</translation>
    </message>
    <message>
        <source>That name is taken at %1.</source>
        <translation>这个名字在 %1 已有人用。</translation>
    </message>
    <message>
        <source>%1 does not accept that name.</source>
        <translation>%1 不接受这个名字。</translation>
    </message>
    <message>
        <source>%1 is full.</source>
        <translation>%1 满了。</translation>
    </message>
    <message>
        <source>You are banned from %1.</source>
        <translation>你被 %1 封禁了。</translation>
    </message>
    <message>
        <source>%1 does not let you in.</source>
        <translation>%1 不让你进入。</translation>
    </message>
    <message>
        <source>%1 cut the connection: too much was sent, or too little read.</source>
        <translation>%1 断开了连接：发送太多，或接收太少。</translation>
    </message>
    <message>
        <source>What answers at %1 is no chat server.</source>
        <translation>在 %1 应答的不是聊天服务器。</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 可以用。</translation>
    </message>
    <message>
        <source>The connection to %1 has to be encrypted, and that could not be done.</source>
        <translation>与 %1 的连接必须加密，但未能做到。</translation>
    </message>
    <message>
        <source>%1 is not the computer that it was before.</source>
        <translation>%1 已不是以前的那台计算机。</translation>
    </message>
    <message>
        <source>%1 shows another key than the one that is known for it, so nothing was sent: expected %2, found %3.</source>
        <translation>%1 出示的密钥与已知的不同，因此什么都没有发送：应为 %2，实为 %3。</translation>
    </message>
    <message>
        <source>Nobody whom this computer trusts confirms that it is %1 who answers, so nothing was sent. Ask the host for an invite: its link names the key.</source>
        <translation>没有这台电脑信任的机构能证明应答的是 %1，因此什么都没有发送。请向主持人要一份邀请：邀请链接里写有密钥。</translation>
    </message>
    <message>
        <source>The certificate of %1 does not prove that it is that, so nothing was sent. A link with the key&apos;s fingerprint (?fp=) does without.</source>
        <translation>%1 的证书不能证明它就是 %1，因此什么都没有发送。带有密钥指纹（?fp=）的链接不需要证书。</translation>
    </message>
    <message>
        <source>You were sent away from %1.</source>
        <translation>你已被请出 %1。</translation>
    </message>
    <message>
        <source>You may not come in to %1.</source>
        <translation>你不能进入 %1。</translation>
    </message>
    <message>
        <source>It says: “%1”</source>
        <translation>对方说：“%1”</translation>
    </message>
    <message>
        <source>This ends on %1.</source>
        <translation>到 %1 为止。</translation>
    </message>
    <message>
        <source>Come Back</source>
        <translation>重新进入</translation>
    </message>
    <message>
        <source>That was refused. The host says: “%1”</source>
        <extracomment>%1: a sentence, in the host&apos;s language</extracomment>
        <translation>已被拒绝。主持人说：“%1”</translation>
    </message>
    <message numerus="yes">
        <source>This room is slow. Try again in %n s.</source>
        <translation>
            <numerusform>此房间为慢速模式。请在 %n 秒后再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>The message is not there any more.</source>
        <translation>这条消息已经不在了。</translation>
    </message>
    <message>
        <source>Only who wrote a message can change it.</source>
        <translation>只有写消息的人才能修改它。</translation>
    </message>
    <message>
        <source>%1 ended the connection before it began. It may be busy with others who come in.</source>
        <translation>%1 在连接开始前就结束了它。可能正忙于接待其他进入的人。</translation>
    </message>
    <message>
        <source>This room has a password.</source>
        <translation>这个房间有密码。</translation>
    </message>
    <message>
        <source>%1 needs a password.</source>
        <translation>%1 需要密码。</translation>
    </message>
    <message>
        <source>%1 needs another password.</source>
        <translation>%1 的密码不对。</translation>
    </message>
    <message>
        <source>%1 is not encrypted, although it was before, or its invite says so. Nothing was sent.</source>
        <translation>%1 没有加密，而它以前是加密的，或者邀请里说它是加密的。什么都没有发送。</translation>
    </message>
    <message>
        <source>%1 was encrypted before, or the link names its key, and what answers there now is not encrypted, so nothing was sent. Somebody in between may be hiding it: ask the host.</source>
        <translation>%1 以前是加密的，或者链接里写明了它的密钥，而现在应答的一方没有加密，所以什么都没有发送。可能有人在中间把加密隐藏了：请询问主持人。</translation>
    </message>
</context>
<context>
    <name>tincan::Conversation</name>
    <message>
        <source>%1 is now %2</source>
        <translation>%1 改名为 %2</translation>
    </message>
    <message>
        <source>This room is slow now: %1 between two messages of one person</source>
        <translation>此房间现为慢速模式：每人两条消息之间须隔 %1</translation>
    </message>
    <message>
        <source>This room is no longer slow</source>
        <translation>此房间不再是慢速模式</translation>
    </message>
</context>
<context>
    <name>tincan::ConversationActions</name>
    <message>
        <source>Delete Message</source>
        <translation>删除消息</translation>
    </message>
    <message>
        <source>Delete this message for everybody?</source>
        <translation>为所有人删除这条消息？</translation>
    </message>
    <message>
        <source>Its text is gone then. Who has read it has read it.</source>
        <translation>文字将被删除，但已经读过的人已经读过了。</translation>
    </message>
    <message>
        <source>&amp;Delete Message</source>
        <translation>删除消息(&amp;D)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>tincan::ConversationFind</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>which of how many matches is shown</extracomment>
        <translation>第 %1 条，共 %2 条</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No message here holds it. All rooms… looks elsewhere, too.</source>
        <translation>这里没有消息包含它。“所有房间…”会在别处也查找。</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>tincan::ConversationModel</name>
    <message>
        <source>%1 removed the topic</source>
        <translation>%1 删除了话题</translation>
    </message>
    <message>
        <source>%1 changed the topic to “%2”</source>
        <translation>%1 把话题改为“%2”</translation>
    </message>
    <message>
        <source>%1 renamed the room to “%2”</source>
        <translation>%1 把房间改名为“%2”</translation>
    </message>
    <message>
        <source>terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>a message, read aloud: who, what, when</extracomment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <extracomment>an action, read aloud: who, does what, when</extracomment>
        <translation>%1 %2，%3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a notice, read aloud: what, when</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, sending</source>
        <translation>%1，正在发送</translation>
    </message>
    <message>
        <source>%1, not sent: %2</source>
        <extracomment>%2: why</extracomment>
        <translation>%1，未发送：%2</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>hidden, because you ignore this person</source>
        <translation>已隐藏，因为你忽略了此人</translation>
    </message>
    <message>
        <source>%1, in reply to %2</source>
        <extracomment>a message, read aloud: what, whose message it answers</extracomment>
        <translation>%1，回复 %2</translation>
    </message>
    <message>
        <source>%1, edited</source>
        <translation>%1，已编辑</translation>
    </message>
    <message>
        <source>%1, reactions: %2</source>
        <extracomment>%2: such as &quot;👍 2, ❤ 1&quot;</extracomment>
        <translation>%1，回应：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <extracomment>%2: who was removed, and maybe a colon and why</extracomment>
        <translation>%1 移出了 %2</translation>
    </message>
    <message>
        <source>%1, deleting</source>
        <extracomment>a message that is about to go, read aloud</extracomment>
        <translation>%1，正在删除</translation>
    </message>
    <message>
        <source>%1, saving</source>
        <extracomment>a message with a change of mine that is under way, read aloud</extracomment>
        <translation>%1，正在保存</translation>
    </message>
    <message>
        <source>%1, not saved: %2</source>
        <extracomment>a message with a change of mine that was refused, read aloud. %2: why</extracomment>
        <translation>%1，没有保存：%2</translation>
    </message>
</context>
<context>
    <name>tincan::ConversationPane</name>
    <message>
        <source>Message %1</source>
        <extracomment>%1: a room with its sign &quot;#&quot;, or a person</extracomment>
        <translation>给 %1 发消息</translation>
    </message>
    <message>
        <source>Not connected: what you write is sent when the connection is back.</source>
        <translation>未连接：你写的内容会在恢复连接后发送。</translation>
    </message>
</context>
<context>
    <name>tincan::ConversationView</name>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;Message</source>
        <translation>复制消息(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Open Link</source>
        <translation>打开链接(&amp;O)</translation>
    </message>
    <message>
        <source>Copy &amp;Link</source>
        <translation>复制链接(&amp;L)</translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>新消息</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>how a day is written, without the year</comment>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <comment>how a day is written, with the year</comment>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>未发送。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>An earlier message</source>
        <translation>较早的消息</translation>
    </message>
    <message>
        <source>Go to the answered message</source>
        <translation>转到被回复的消息</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>React with %1</source>
        <extracomment>%1: an emoji</extracomment>
        <translation>用 %1 回应</translation>
    </message>
    <message>
        <source>Re&amp;act…</source>
        <translation>回应(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>回复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Ignore This Person</source>
        <translation>忽略此人(&amp;I)</translation>
    </message>
    <message>
        <source>Stop &amp;Ignoring This Person</source>
        <translation>不再忽略此人(&amp;I)</translation>
    </message>
    <message>
        <source>React</source>
        <translation>回应</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Ignore this person</source>
        <translation>忽略此人</translation>
    </message>
    <message>
        <source>Stop ignoring this person</source>
        <translation>不再忽略此人</translation>
    </message>
    <message>
        <source>Hidden message from %1</source>
        <translation>%1 的消息已隐藏</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>消息已删除</translation>
    </message>
    <message>
        <source>(edited)</source>
        <translation>（已编辑）</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n lines</source>
        <translation>
            <numerusform>显示全部 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Remo&amp;ve This Person…</source>
        <translation>移出此人(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Ban This Person…</source>
        <translation>封禁此人(&amp;B)…</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>移出此人</translation>
    </message>
    <message>
        <source>Ban this person</source>
        <translation>封禁此人</translation>
    </message>
    <message>
        <source>deleting…</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>没有保存。</translation>
    </message>
</context>
<context>
    <name>tincan::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>tincan::DaemonFiles</name>
    <message>
        <source>cannot read %1: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 holds no password in its first line</source>
        <translation>%1 的第一行没有密码</translation>
    </message>
    <message>
        <source>cannot make the directory %1</source>
        <translation>无法建立目录 %1</translation>
    </message>
    <message>
        <source>%1 holds no server id; remove it to get a new one</source>
        <translation>%1 里没有服务器标识；删除它会生成新的</translation>
    </message>
    <message>
        <source>cannot keep the server&apos;s id in %1</source>
        <translation>无法把服务器标识保存到 %1</translation>
    </message>
    <message>
        <source>cannot make a key</source>
        <translation>无法生成密钥</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 holds no EC or RSA key in PEM without a pass phrase</source>
        <translation>%1 中没有不带口令的 PEM 格式 EC 或 RSA 密钥</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM</source>
        <translation>%1 中没有 PEM 格式的证书</translation>
    </message>
    <message>
        <source>the certificate in %1 was not made for this key</source>
        <translation>%1 中的证书不是为此密钥签发的</translation>
    </message>
    <message>
        <source>the password cannot be hashed</source>
        <translation>无法计算密码的哈希值</translation>
    </message>
</context>
<context>
    <name>tincan::DaemonOptions</name>
    <message>
        <source>Where to listen, e.g. 127.0.0.1:4040 or [::1]:4040; can be given again. Port 0 picks a free one. Every address, port 4040, where none is given.</source>
        <translation>监听位置，如 127.0.0.1:4040 或 [::1]:4040；可多次给出。端口 0 自选空闲端口。不给时监听所有地址的 4040 端口。</translation>
    </message>
    <message>
        <source>The server&apos;s name, shown in greetings.</source>
        <translation>服务器名字，显示在问候语里。</translation>
    </message>
    <message>
        <source>Keep nothing; the default.</source>
        <translation>什么都不保存；这是默认。</translation>
    </message>
    <message>
        <source>Most connections in all.</source>
        <translation>连接总数上限。</translation>
    </message>
    <message>
        <source>Most connections from one address; this computer&apos;s own do not count.</source>
        <translation>每个地址的连接数上限；本机连接不计。</translation>
    </message>
    <message>
        <source>In rooms of more members nobody is told who comes and goes (200 unless told).</source>
        <translation>成员多于此数的房间不再告知谁加入、谁离开（默认 200）。</translation>
    </message>
    <message>
        <source>Messages a second from one connection (twice as many at once).</source>
        <translation>每个连接每秒的消息数（一次可达两倍）。</translation>
    </message>
    <message>
        <source>What is logged to standard error.</source>
        <translation>写到标准错误的日志级别。</translation>
    </message>
    <message>
        <source>Send everybody&apos;s messages back, and nothing else.</source>
        <translation>只把每个人的消息原样送回。</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>--max-connections needs a number from 1 on</source>
        <translation>--max-connections 需要不小于 1 的数字</translation>
    </message>
    <message>
        <source>--max-per-address needs a number from 1 on</source>
        <translation>--max-per-address 需要不小于 1 的数字</translation>
    </message>
    <message>
        <source>--large-room needs a number from 1 on</source>
        <translation>--large-room 需要不小于 1 的数字</translation>
    </message>
    <message>
        <source>--flood-limit needs a number, as in 10/s, or off</source>
        <translation>--flood-limit 需要数字，如 10/s，或 off</translation>
    </message>
    <message>
        <source>not an ADDRESS:PORT: %1</source>
        <translation>不是“地址:端口”：%1</translation>
    </message>
    <message>
        <source>--name needs a name</source>
        <translation>--name 需要名字</translation>
    </message>
    <message>
        <source>--log-level is debug, info, warning or error</source>
        <translation>--log-level 只能是 debug、info、warning 或 error</translation>
    </message>
    <message>
        <source>A Tincan server without windows. Prints &quot;listening on ADDRESS:PORT&quot; once it is ready; SIGTERM and SIGINT end it.</source>
        <translation>没有窗口的 Tincan 服务器。就绪后输出 &quot;listening on ADDRESS:PORT&quot;；SIGTERM 和 SIGINT 使它结束。</translation>
    </message>
    <message>
        <source>unexpected: %1</source>
        <translation>多余的参数：%1</translation>
    </message>
    <message>
        <source>--data and --memory exclude each other</source>
        <translation>--data 和 --memory 不能同时使用</translation>
    </message>
    <message>
        <source>the port is in use already</source>
        <translation>端口已被占用</translation>
    </message>
    <message>
        <source>the system does not allow this port</source>
        <translation>系统不允许使用这个端口</translation>
    </message>
    <message>
        <source>this computer does not have this address</source>
        <translation>这台计算机没有这个地址</translation>
    </message>
    <message>
        <source>cannot listen on %1: %2</source>
        <translation>无法监听 %1：%2</translation>
    </message>
    <message>
        <source>What the server says its sentences in.</source>
        <translation>服务器说话所用的语言。</translation>
    </message>
    <message>
        <source>--language is en or zh_CN</source>
        <translation>--language 只能是 en 或 zh_CN</translation>
    </message>
    <message>
        <source>Refuse who is not encrypted. TLS is offered in any case, on the same ports.</source>
        <translation>拒绝未加密的连接。无论如何都在同样的端口上提供 TLS。</translation>
    </message>
    <message>
        <source>The certificate to show (PEM, with those that lead to its issuer), in place of one that is made and kept in the data directory, or made for this run.</source>
        <translation>要出示的证书（PEM，可附带签发者的证书），代替自动生成并保存在数据目录中、或只为本次运行生成的证书。</translation>
    </message>
    <message>
        <source>The key of --cert (PEM, EC or RSA).</source>
        <translation>--cert 的密钥（PEM，EC 或 RSA）。</translation>
    </message>
    <message>
        <source>--cert and --key need one another</source>
        <translation>--cert 和 --key 必须一起使用</translation>
    </message>
    <message>
        <source>A file whose first line is the password that people need to join, or its hash.</source>
        <translation>一个文件，其第一行是加入所需的密码或其哈希值。</translation>
    </message>
    <message>
        <source>Read a password from standard input and print its hash, for --password-file.</source>
        <translation>从标准输入读取密码并打印其哈希值，供 --password-file 使用。</translation>
    </message>
    <message>
        <source>Whose key is the owner&apos;s, who may kick, ban and make moderators; tincan-cli --my-key prints one&apos;s own. Can be given again.</source>
        <translation>房主的密钥指纹；房主可以踢人、封禁和任命管理员。tincan-cli --my-key 打印自己的指纹。可多次给出。</translation>
    </message>
    <message>
        <source>--owner needs the fingerprint of a key, 64 hexadecimal digits</source>
        <translation>--owner 需要密钥的指纹，64 位十六进制数字</translation>
    </message>
    <message>
        <source>The directory that keeps what is said (log.db), the server&apos;s identity (id, key and certificate), the names that belong to people&apos;s keys, moderators, bans and the log of acts.</source>
        <translation>保存聊天内容（log.db）、服务器身份（标识、密钥和证书）、属于各人密钥的名字、管理员、封禁以及操作记录的目录。</translation>
    </message>
    <message>
        <source>With --data: full, the default, acknowledges what would survive a power cut; normal is faster, and a power cut may take the last messages.</source>
        <translation>与 --data 一起使用：full（默认）只确认断电后仍会保留的内容；normal 更快，但断电可能会带走最后几条消息。</translation>
    </message>
    <message>
        <source>With --data: forget what is older. All is kept where this is not given.</source>
        <translation>与 --data 一起使用：忘记超过这个天数的内容。不指定则全部保留。</translation>
    </message>
    <message>
        <source>With --data: forget all but a room&apos;s last N messages and changes.</source>
        <translation>与 --data 一起使用：每个房间只保留最后 N 条消息和更改。</translation>
    </message>
    <message>
        <source>Copy what is kept in --data into a new file, and end. A server may be running.</source>
        <translation>把 --data 中保存的内容复制到一个新文件，然后结束。服务器可以正在运行。</translation>
    </message>
    <message>
        <source>Put a backup in the place of what is kept in --data, and end. What was there stays beside it.</source>
        <translation>用备份替换 --data 中保存的内容，然后结束。原有内容会留在旁边。</translation>
    </message>
    <message>
        <source>--sync is full or normal</source>
        <translation>--sync 只能是 full 或 normal</translation>
    </message>
    <message>
        <source>--keep-days needs a number from 1 on</source>
        <translation>--keep-days 需要一个从 1 开始的数字</translation>
    </message>
    <message>
        <source>--keep-events needs a number from 1 on</source>
        <translation>--keep-events 需要一个从 1 开始的数字</translation>
    </message>
    <message>
        <source>--%1 needs --data</source>
        <translation>--%1 需要 --data</translation>
    </message>
    <message>
        <source>--backup and --restore exclude each other</source>
        <translation>--backup 和 --restore 不能同时使用</translation>
    </message>
    <message>
        <source>--sync=normal is faster, and a power cut may take the last messages, although they were acknowledged</source>
        <translation>--sync=normal 更快，但断电可能会带走最后几条消息，即使它们已被确认</translation>
    </message>
</context>
<context>
    <name>tincan::DetailsLabel</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>tincan::EchoRun</name>
    <message>
        <source>line too long</source>
        <translation>行太长</translation>
    </message>
</context>
<context>
    <name>tincan::EditActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Paste &amp;Without Formatting</source>
        <translation>无格式粘贴(&amp;W)</translation>
    </message>
</context>
<context>
    <name>tincan::EmbeddedHost</name>
    <message>
        <source>The key in %1 cannot be used.</source>
        <translation>无法使用 %1 中的密钥。</translation>
    </message>
</context>
<context>
    <name>tincan::EmojiPicker</name>
    <message>
        <source>Emoji</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>搜索表情</translation>
    </message>
</context>
<context>
    <name>tincan::FindBar</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: what a button does; %2: the keys that do so, too</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Older match</source>
        <translation>更早的匹配</translation>
    </message>
    <message>
        <source>F3 or Enter</source>
        <translation>F3 或回车</translation>
    </message>
    <message>
        <source>Newer match</source>
        <translation>更新的匹配</translation>
    </message>
    <message>
        <source>Shift+F3 or Shift+Enter</source>
        <translation>Shift+F3 或 Shift+回车</translation>
    </message>
    <message>
        <source>All rooms…</source>
        <translation>所有房间…</translation>
    </message>
    <message>
        <source>Search all rooms for this</source>
        <translation>在所有房间中搜索</translation>
    </message>
    <message>
        <source>Close and stay here</source>
        <translation>关闭并停在这里</translation>
    </message>
    <message>
        <source>Esc goes back</source>
        <translation>Esc 回到原处</translation>
    </message>
</context>
<context>
    <name>tincan::HiddenEncryption</name>
    <message>
        <source>%1 is not encrypted any more</source>
        <translation>%1 不再加密了</translation>
    </message>
    <message>
        <source>%1 is not encrypted</source>
        <translation>%1 没有加密</translation>
    </message>
    <message>
        <source>The connection to this host was encrypted before. What answers there now does not offer that.</source>
        <translation>与这位主持人的连接以前是加密的。现在那里应答的一方不提供加密。</translation>
    </message>
    <message>
        <source>The invite names the key of a host that is encrypted. What answers there does not offer that.</source>
        <translation>邀请里写明了主持人的密钥，说明连接是加密的。那里应答的一方却不提供加密。</translation>
    </message>
    <message>
        <source>%1 Perhaps somebody else has this address now; perhaps somebody is in between and hides the encryption, to read along. Nothing was sent: neither your name, nor a password, nor anything that you wrote.</source>
        <extracomment>%1: what happened, two sentences</extracomment>
        <translation>%1也许这个地址现在是别人的；也许有人在中间隐藏了加密，想要偷看。什么都没有发送：没有您的名字，没有密码，也没有您写的任何内容。</translation>
    </message>
    <message>
        <source>Ask the host, by phone or face to face, whether the room is open and this is still its address. If it has another one, join with a new invite link. Nothing is sent to this address as long as it is not encrypted.</source>
        <translation>请打电话或当面询问主持人：房间是否开着，地址是否没有变。如果地址变了，请用新的邀请链接加入。只要这个地址没有加密，就不会向它发送任何内容。</translation>
    </message>
</context>
<context>
    <name>tincan::HiddenEncryptionPage</name>
    <message>
        <source>No encryption</source>
        <translation>没有加密</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>tincan::HostDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Host a Room</source>
        <translation>主持房间</translation>
    </message>
    <message>
        <source>Everyone on this network</source>
        <translation>此网络上的所有人</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>仅限本机</translation>
    </message>
    <message>
        <source>Anyone with the address may join</source>
        <translation>知道地址的人都可加入</translation>
    </message>
    <message>
        <source>Room name</source>
        <translation>房间名称</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>谁能连接</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Password (optional)</source>
        <translation>密码（可选）</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主持</translation>
    </message>
    <message>
        <source>Show this room to computers nearby</source>
        <translation>让附近的计算机看到这个房间</translation>
    </message>
    <message>
        <source>Keep the history on this computer</source>
        <translation>在这台电脑上保留历史记录</translation>
    </message>
    <message>
        <source>What is said is there again the next time that you host, for everybody who joins.</source>
        <translation>下次你主持房间时，所有加入的人都能看到之前说过的话。</translation>
    </message>
    <message>
        <source>Let terminals join without encryption</source>
        <translation>允许终端不加密加入</translation>
    </message>
    <message>
        <source>As nc and telnet do. They are marked, and can be read on their way. Without this, they are told how to encrypt.</source>
        <translation>例如 nc 和 telnet。这些成员会被标出，途中可能被人读到。不勾选时，会告诉他们怎样加密。</translation>
    </message>
</context>
<context>
    <name>tincan::HostForm</name>
    <message>
        <source>%1&apos;s room</source>
        <extracomment>a room&apos;s first name; %1: who hosts it</extracomment>
        <translation>%1的房间</translation>
    </message>
    <message>
        <source>The room needs a name.</source>
        <translation>房间需要名称。</translation>
    </message>
    <message>
        <source>This cannot be a room&apos;s name. Is it too long?</source>
        <translation>这不能作为房间名称。是不是太长了？</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>端口必须是 1 到 65535 的数字。</translation>
    </message>
    <message>
        <source>Use Port %1</source>
        <translation>使用端口 %1</translation>
    </message>
    <message>
        <source>Port %1 is in use by another program on this computer.</source>
        <translation>本机的另一个程序正在使用端口 %1。</translation>
    </message>
    <message>
        <source>This computer does not allow port %1. Try one above 1023.</source>
        <translation>这台计算机不允许端口 %1。请试试大于 1023 的端口。</translation>
    </message>
    <message>
        <source>The room could not be opened.</source>
        <translation>房间没能打开。</translation>
    </message>
    <message>
        <source>The room&apos;s history cannot be kept on this computer. %1</source>
        <translation>无法在这台电脑上保留房间的历史记录。%1</translation>
    </message>
</context>
<context>
    <name>tincan::HostPanel</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Bans and mutes</source>
        <translation>封禁与禁言</translation>
    </message>
    <message>
        <source>Log of acts</source>
        <translation>管理记录</translation>
    </message>
    <message>
        <source>Who Is Connected</source>
        <translation>连接情况</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Asking who is connected…</source>
        <translation>正在查询连接…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移出(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Ban…</source>
        <translation>封禁(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Asking who is banned…</source>
        <translation>正在查询封禁…</translation>
    </message>
    <message>
        <source>&amp;Lift</source>
        <translation>解除(&amp;L)</translation>
    </message>
    <message>
        <source>B&amp;ans</source>
        <translation>封禁(&amp;A)</translation>
    </message>
    <message>
        <source>Asking what was done…</source>
        <translation>正在查询管理记录…</translation>
    </message>
    <message>
        <source>Cop&amp;y as Text</source>
        <translation>复制为文本(&amp;Y)</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>记录(&amp;O)</translation>
    </message>
    <message>
        <source>Nobody is connected.</source>
        <translation>没有人连接。</translation>
    </message>
    <message>
        <source>Nobody is banned or muted.</source>
        <translation>没有人被封禁或禁言。</translation>
    </message>
    <message>
        <source>Nothing was done yet. Who is removed, banned or muted is listed here.</source>
        <translation>还没有任何操作。移出、封禁、禁言会列在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n connections</source>
        <extracomment>%1: a server&apos;s name</extracomment>
        <translation>
            <numerusform>%1：%n 个连接</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Lift the Mute</source>
        <translation>解除禁言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lift the Ban</source>
        <translation>解除封禁(&amp;L)</translation>
    </message>
    <message>
        <source>Moderators</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Asking who is a moderator…</source>
        <translation>正在查询谁是管理员…</translation>
    </message>
    <message>
        <source>No Longer Mo&amp;derator</source>
        <translation>不再是管理员(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Moderators</source>
        <translation>管理员(&amp;M)</translation>
    </message>
    <message>
        <source>Nobody is a moderator. People with a key are made moderators from their menu.</source>
        <translation>没有管理员。可在有密钥的人的菜单里把他们设为管理员。</translation>
    </message>
</context>
<context>
    <name>tincan::HostTables</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>not in yet</source>
        <translation>尚未进入</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>By way of</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Rate</source>
        <extracomment>of messages; below it stands such as &quot;0.3/s&quot;</extracomment>
        <translation>速率</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>禁言</translation>
    </message>
    <message>
        <source>banned</source>
        <translation>封禁</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>对象</translation>
    </message>
</context>
<context>
    <name>tincan::InviteDialog</name>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>tincan::InvitePanel</name>
    <message>
        <source>Your room is open</source>
        <translation>你的房间已打开</translation>
    </message>
    <message>
        <source>They need the password, too.</source>
        <translation>他们还需要密码。</translation>
    </message>
    <message>
        <source>Send one of these to the people you want here.</source>
        <translation>把下面任意一项发给你想邀请的人。</translation>
    </message>
    <message>
        <source>Invite link</source>
        <translation>邀请链接</translation>
    </message>
    <message>
        <source>Copy the invite link</source>
        <translation>复制邀请链接</translation>
    </message>
    <message>
        <source>From a terminal</source>
        <translation>从终端</translation>
    </message>
    <message>
        <source>Copy the terminal command</source>
        <translation>复制终端命令</translation>
    </message>
    <message>
        <source>Addresses of this computer</source>
        <translation>本机地址</translation>
    </message>
    <message>
        <source>From a terminal, encrypted</source>
        <translation>在终端中（加密）</translation>
    </message>
    <message>
        <source>Copy the encrypted terminal command</source>
        <translation>复制加密的终端命令</translation>
    </message>
    <message>
        <source>Whoever hosts a room can read everything that is said in it.</source>
        <translation>主持房间的人可以看到房间里的所有内容。</translation>
    </message>
</context>
<context>
    <name>tincan::JoinDialog</name>
    <message>
        <source>The room asks for a password</source>
        <translation>房间需要密码</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Join a Room</source>
        <translation>加入房间</translation>
    </message>
    <message>
        <source>192.168.1.20, chat.example.org:4040 or tincan://…</source>
        <translation>192.168.1.20、chat.example.org:4040 或 tincan://…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Address or invite link</source>
        <translation>地址或邀请链接</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
</context>
<context>
    <name>tincan::JoinForm</name>
    <message>
        <source>Type the name that others will see.</source>
        <translation>输入别人将看到的名字。</translation>
    </message>
    <message numerus="yes">
        <source>This cannot be a name. Use up to %n characters, without signs like / # : in it.</source>
        <translation>
            <numerusform>这不能作为名字。最多 %n 个字符，不含 / # : 之类的符号。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::JumpButton</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 条新消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Jump to latest, %n new</source>
        <translation>
            <numerusform>跳到最新，%n 条新消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>跳到最新</translation>
    </message>
</context>
<context>
    <name>tincan::KeepChoice</name>
    <message>
        <source>How long the history is kept</source>
        <translation>历史记录保留多久</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>永久</translation>
    </message>
    <message numerus="yes">
        <source>For %n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::KeyBindings</name>
    <message>
        <source>Press the keys that you want.</source>
        <translation>请按下你想用的按键。</translation>
    </message>
    <message>
        <source>Choose one key with Ctrl or Alt, or a function key.</source>
        <translation>请选择带 Ctrl 或 Alt 的一个按键，或一个功能键。</translation>
    </message>
    <message>
        <source>%1 is used in the message box.</source>
        <translation>%1 在输入框中另有用途。</translation>
    </message>
    <message>
        <source>%1 is used already: %2.</source>
        <translation>%1 已被占用：%2。</translation>
    </message>
</context>
<context>
    <name>tincan::MainMenu</name>
    <message>
        <source>&amp;Room</source>
        <translation>房间(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Host a Room…</source>
        <translation>主持房间(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Join…</source>
        <translation>加入(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;New Room…</source>
        <translation>新建房间(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Browse Rooms…</source>
        <translation>浏览房间(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Leave Room</source>
        <translation>离开房间(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Invite…</source>
        <translation>邀请(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Stop Hosting</source>
        <translation>停止主持(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>断开连接(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Rooms</source>
        <translation>房间列表(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Members</source>
        <translation>成员(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal Text</source>
        <translation>标准文字(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Next Room</source>
        <translation>下一个房间(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Room</source>
        <translation>上一个房间(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;Unread Room</source>
        <translation>下一个未读房间(&amp;U)</translation>
    </message>
    <message>
        <source>Previous Unread &amp;Room</source>
        <translation>上一个未读房间(&amp;R)</translation>
    </message>
    <message>
        <source>Room by Nu&amp;mber</source>
        <translation>按编号选房间(&amp;M)</translation>
    </message>
    <message>
        <source>Room &amp;%1</source>
        <translation>房间 &amp;%1</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>消息框(&amp;M)</translation>
    </message>
    <message>
        <source>Next P&amp;ane</source>
        <translation>下一个窗格(&amp;A)</translation>
    </message>
    <message>
        <source>Previous Pan&amp;e</source>
        <translation>上一个窗格(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Tincan</source>
        <translation>关于 Tincan(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>偏好设置(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Go To…</source>
        <translation>转到(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Mute or Unmute Room</source>
        <translation>静音或取消静音房间(&amp;M)</translation>
    </message>
    <message>
        <source>Do Not Distur&amp;b</source>
        <translation>请勿打扰(&amp;B)</translation>
    </message>
    <message>
        <source>Re&amp;cent Room</source>
        <translation>最近的房间(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Least Recent Room</source>
        <translation>最早的房间(&amp;L)</translation>
    </message>
    <message>
        <source>Mar&amp;k as Read</source>
        <translation>标为已读(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Close Window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Oldest Unread Message</source>
        <translation>最早的未读消息(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Find in Conversation…</source>
        <translation>在对话中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Search All Rooms…</source>
        <translation>搜索所有房间(&amp;S)…</translation>
    </message>
    <message>
        <source>Room In&amp;fo</source>
        <translation>房间信息(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Who Is Connected…</source>
        <translation>连接情况(&amp;W)…</translation>
    </message>
</context>
<context>
    <name>tincan::MainWindow</name>
    <message>
        <source>Tincan</source>
        <translation>Tincan</translation>
    </message>
    <message>
        <source>%1 — %2 — %3</source>
        <extracomment>window title: a room, its server, this program</extracomment>
        <translation>%1 — %2 — %3</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>(%1) %2</source>
        <extracomment>window title: what is unread and meant for me, then the title</extracomment>
        <translation>(%1) %2</translation>
    </message>
</context>
<context>
    <name>tincan::MemberListModel</name>
    <message>
        <source>host</source>
        <extracomment>tag of the person whose computer hosts the room</extracomment>
        <translation>主机</translation>
    </message>
    <message>
        <source>cli</source>
        <extracomment>tag of somebody who uses a terminal (command line interface)</extracomment>
        <translation>终端</translation>
    </message>
    <message>
        <source>irc</source>
        <translation>IRC</translation>
    </message>
    <message>
        <source>web</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Away — %1</source>
        <extracomment>heading of the people who are away</extracomment>
        <translation>离开 — %1</translation>
    </message>
    <message>
        <source>Here — %1</source>
        <extracomment>heading of the people who are here</extracomment>
        <translation>在线 — %1</translation>
    </message>
    <message>
        <source>away</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of an enumeration</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a person, and what that person says about being away</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is verified: on this server the name belongs to one key.</source>
        <translation>%1 已验证：在此服务器上，这个名字只属于一把密钥。</translation>
    </message>
    <message>
        <source>%1 is not verified: anybody could have taken this name.</source>
        <translation>%1 未验证：任何人都可能用这个名字。</translation>
    </message>
    <message>
        <source>verified</source>
        <extracomment>a person whose name belongs to a key that only this person has</extracomment>
        <translation>已验证</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>The connection is not encrypted: it can be read on its way.</source>
        <translation>连接未加密：途中可能被人读到。</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <extracomment>of a person&apos;s connection</extracomment>
        <translation>未加密</translation>
    </message>
    <message>
        <source>muted</source>
        <extracomment>tag of somebody who may read, and not write</extracomment>
        <translation>禁言</translation>
    </message>
</context>
<context>
    <name>tincan::MemberListView</name>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
</context>
<context>
    <name>tincan::MemberMenu</name>
    <message>
        <source>&amp;Message</source>
        <translation>私聊(&amp;M)</translation>
    </message>
    <message>
        <source>Stop &amp;Ignoring This Person</source>
        <translation>不再忽略此人(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Ignore This Person</source>
        <translation>忽略此人(&amp;I)</translation>
    </message>
</context>
<context>
    <name>tincan::MembersPane</name>
    <message>
        <source>Nobody here is called that.</source>
        <translation>这里没有叫这个名字的人。</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>查找成员</translation>
    </message>
</context>
<context>
    <name>tincan::MessageAnnouncer</name>
    <message>
        <source>New messages</source>
        <translation>新消息</translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n 条新消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::MessageBar</name>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>React</source>
        <translation>回应</translation>
    </message>
</context>
<context>
    <name>tincan::MessageFinder</name>
    <message>
        <source>Only what this computer holds was searched: there is no connection to a server that could search the rest.</source>
        <translation>只查找了这台电脑上保存的消息：没有连接到能搜索其余消息的服务器。</translation>
    </message>
    <message>
        <source>Only what this computer holds was searched: this server cannot search.</source>
        <translation>只查找了这台电脑上保存的消息：此服务器不支持搜索。</translation>
    </message>
    <message>
        <source>Only what this computer holds was searched: %1</source>
        <translation>只查找了这台电脑上保存的消息：%1</translation>
    </message>
</context>
<context>
    <name>tincan::ModerationCommands</name>
    <message>
        <source>Nobody of that name is here.</source>
        <translation>这里没有叫这个名字的人。</translation>
    </message>
    <message>
        <source>Nobody of that name is banned or muted; /bans lists who is.</source>
        <translation>没有叫这个名字的人被封禁或禁言；/bans 列出名单。</translation>
    </message>
    <message>
        <source>Nobody is banned or muted.</source>
        <translation>没有人被封禁或禁言。</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>还没有任何管理记录。</translation>
    </message>
    <message>
        <source>You may write again.</source>
        <translation>您又可以发言了。</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 muted you %2: you can read, and not write.</source>
        <translation>%1 已将您禁言（%2）：您可以看，不能发言。</translation>
    </message>
    <message>
        <source>The reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>as fast as one likes</source>
        <translation>发言速度不限</translation>
    </message>
    <message>
        <source>one message of each in %1</source>
        <translation>每人每 %1 一条消息</translation>
    </message>
    <message>
        <source>everybody may write</source>
        <translation>所有人都可以发言</translation>
    </message>
    <message>
        <source>only verified members may write</source>
        <translation>只有已验证的成员可以发言</translation>
    </message>
    <message>
        <source>only moderators may write</source>
        <translation>只有管理员可以发言</translation>
    </message>
    <message>
        <source>That person</source>
        <translation>此人</translation>
    </message>
    <message>
        <source>Nobody of that name is here; /moderators lists others that can be demoted.</source>
        <translation>这里没有叫这个名字的人；/moderators 会列出其他可以撤销的管理员。</translation>
    </message>
    <message>
        <source>Nobody is a moderator.</source>
        <translation>没有管理员。</translation>
    </message>
    <message>
        <source>%1 is a moderator.</source>
        <translation>%1 是管理员。</translation>
    </message>
    <message>
        <source>what is kept: %1</source>
        <translation>保留：%1</translation>
    </message>
    <message>
        <source>#%1 has other rules now: %2, %3, %4.</source>
        <translation>#%1 的规则改了：%2，%3，%4。</translation>
    </message>
</context>
<context>
    <name>tincan::ModerationDesk</name>
    <message>
        <source>&amp;Remove…</source>
        <translation>移出(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Ban…</source>
        <translation>封禁(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Unmute</source>
        <translation>解除禁言(&amp;U)</translation>
    </message>
    <message>
        <source>M&amp;ute…</source>
        <translation>禁言(&amp;U)…</translation>
    </message>
    <message>
        <source>Make Mo&amp;derator</source>
        <translation>设为管理员(&amp;D)</translation>
    </message>
    <message>
        <source>No Longer Mo&amp;derator</source>
        <translation>撤销管理员(&amp;D)</translation>
    </message>
</context>
<context>
    <name>tincan::ModerationWords</name>
    <message>
        <source>Everybody may write here</source>
        <translation>现在所有人都可以在此发言</translation>
    </message>
    <message>
        <source>Verified people may write here</source>
        <translation>现在只有已验证的人可以在此发言</translation>
    </message>
    <message>
        <source>Only moderators may write here</source>
        <translation>现在只有管理员可以在此发言</translation>
    </message>
    <message>
        <source>Tincan</source>
        <translation>Tincan</translation>
    </message>
    <message>
        <source>script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>IRC</source>
        <translation>IRC</translation>
    </message>
    <message>
        <source>web</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>owner</source>
        <extracomment>tag of the person who hosts the server, and may do everything there</extracomment>
        <translation>所有者</translation>
    </message>
    <message>
        <source>moderator</source>
        <extracomment>tag of somebody who may remove people</extracomment>
        <translation>管理员</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of an enumeration</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Banned until %1</source>
        <translation>封禁到 %1</translation>
    </message>
    <message>
        <source>Banned for ever</source>
        <translation>永久封禁</translation>
    </message>
    <message>
        <source>Ban or mute lifted</source>
        <translation>解除封禁或禁言</translation>
    </message>
    <message>
        <source>Muted until %1</source>
        <translation>禁言到 %1</translation>
    </message>
    <message>
        <source>Muted for ever</source>
        <translation>永久禁言</translation>
    </message>
    <message>
        <source>Unmuted</source>
        <translation>解除禁言</translation>
    </message>
    <message>
        <source>Made a moderator</source>
        <translation>设为管理员</translation>
    </message>
    <message>
        <source>No longer a moderator</source>
        <translation>撤销管理员</translation>
    </message>
    <message>
        <source>%1: %2 between two messages</source>
        <translation>%1：两条消息之间须隔 %2</translation>
    </message>
    <message>
        <source>%1: no longer slow</source>
        <translation>%1：不再是慢速模式</translation>
    </message>
    <message>
        <source>%1: everybody may write</source>
        <translation>%1：所有人可以发言</translation>
    </message>
    <message>
        <source>%1: verified people may write</source>
        <translation>%1：已验证的人可以发言</translation>
    </message>
    <message>
        <source>%1: only moderators may write</source>
        <translation>%1：只有管理员可以发言</translation>
    </message>
    <message>
        <source>%1: deleted a message</source>
        <translation>%1：删除了一条消息</translation>
    </message>
    <message>
        <source>until it leaves</source>
        <extracomment>how long a mute holds for a guest who has nothing else to be known by</extracomment>
        <translation>直到其离开</translation>
    </message>
    <message>
        <source>%1: removed, with all that was said in it</source>
        <translation>%1：已移除，其中的全部聊天内容也一并删除</translation>
    </message>
    <message>
        <source>The whole history is kept here</source>
        <translation>这里保留全部历史记录</translation>
    </message>
    <message numerus="yes">
        <source>Messages are kept for %n days here</source>
        <translation>
            <numerusform>这里的消息保留 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n messages are kept here</source>
        <translation>
            <numerusform>这里保留最近 %n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Of %1 days the last %2 messages are kept here</source>
        <translation>这里保留 %1 天内的最近 %2 条消息</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>%1: the history is kept as elsewhere</source>
        <translation>%1：历史记录的保留与别处相同</translation>
    </message>
</context>
<context>
    <name>tincan::Navigation</name>
    <message>
        <source>person</source>
        <translation>人</translation>
    </message>
</context>
<context>
    <name>tincan::NearbyListView</name>
    <message>
        <source>Nearby</source>
        <extracomment>heading above the rooms found on this network</extracomment>
        <translation>附近</translation>
    </message>
</context>
<context>
    <name>tincan::NearbyRoomRow</name>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>加入 %1</translation>
    </message>
</context>
<context>
    <name>tincan::NearbyRooms</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a room nearby of a name that another one has, too; %1: the name, %2: its address</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1&apos;s computer</source>
        <extracomment>who hosts a room; %1: a person</extracomment>
        <translation>%1的计算机</translation>
    </message>
    <message>
        <source>needs a password</source>
        <translation>需要密码</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of an enumeration</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>Tincan&apos;s own announcements (UDP port %1)</source>
        <translation>Tincan 自己的广播（UDP 端口 %1）</translation>
    </message>
    <message>
        <source>the system&apos;s service discovery (DNS-SD)</source>
        <translation>系统的服务发现（DNS-SD）</translation>
    </message>
    <message>
        <source>Looking for rooms nearby…</source>
        <translation>正在寻找附近的房间…</translation>
    </message>
    <message>
        <source>No rooms found nearby: this computer seems to be on no network.</source>
        <translation>附近没有找到房间：这台计算机似乎没有连上网络。</translation>
    </message>
    <message>
        <source>No rooms found nearby: looked on this network by %1.</source>
        <extracomment>%1: one or two means</extracomment>
        <translation>附近没有找到房间：已通过%1在此网络上寻找。</translation>
    </message>
    <message>
        <source> and by </source>
        <translation>和</translation>
    </message>
</context>
<context>
    <name>tincan::NearbyRoomsList</name>
    <message>
        <source>Nearby</source>
        <extracomment>heading above the rooms found on this network</extracomment>
        <translation>附近</translation>
    </message>
    <message>
        <source>Enter an Address</source>
        <translation>输入地址</translation>
    </message>
</context>
<context>
    <name>tincan::PeerWords</name>
    <message>
        <source>A name cannot be empty.</source>
        <translation>名字不能为空。</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>名字最多 %1 个字符。</translation>
    </message>
    <message>
        <source>A name cannot hold invisible characters.</source>
        <translation>名字里不能有看不见的字符。</translation>
    </message>
    <message>
        <source>A name cannot start with one of / # * ! @ &gt; -</source>
        <translation>名字不能以 / # * ! @ &gt; - 之一开头</translation>
    </message>
    <message>
        <source>A name cannot hold a colon or an arrow.</source>
        <translation>名字里不能有冒号或箭头。</translation>
    </message>
    <message>
        <source>A room&apos;s name cannot start with @.</source>
        <translation>房间名不能以 @ 开头。</translation>
    </message>
    <message>
        <source>change your name</source>
        <translation>更改你的名字</translation>
    </message>
    <message>
        <source>go to a room, and make it if there is none</source>
        <translation>进入房间，没有则新建</translation>
    </message>
    <message>
        <source>leave a room</source>
        <translation>离开房间</translation>
    </message>
    <message>
        <source>list the rooms</source>
        <translation>列出房间</translation>
    </message>
    <message>
        <source>list who is here</source>
        <translation>列出在场的人</translation>
    </message>
    <message>
        <source>tell one person alone</source>
        <translation>只对一个人说</translation>
    </message>
    <message>
        <source>say what you do</source>
        <translation>说说你在做什么</translation>
    </message>
    <message>
        <source>show or change the room&apos;s topic</source>
        <translation>查看或更改房间话题</translation>
    </message>
    <message>
        <source>show the last messages</source>
        <translation>显示最近的消息</translation>
    </message>
    <message>
        <source>show the messages after number SEQ</source>
        <translation>显示编号 SEQ 之后的消息</translation>
    </message>
    <message>
        <source>find messages</source>
        <translation>查找消息</translation>
    </message>
    <message>
        <source>say that you are away, and why</source>
        <translation>表示你离开，以及原因</translation>
    </message>
    <message>
        <source>say that you are back</source>
        <translation>表示你回来了</translation>
    </message>
    <message>
        <source>come in where a password is needed</source>
        <translation>在需要密码的地方输入密码</translation>
    </message>
    <message>
        <source>list the commands</source>
        <translation>列出命令</translation>
    </message>
    <message>
        <source>leave the server</source>
        <translation>离开服务器</translation>
    </message>
    <message>
        <source>say a text that starts with a slash</source>
        <translation>说一句以斜杠开头的话</translation>
    </message>
    <message>
        <source>%1 removed the topic</source>
        <translation>%1 删除了话题</translation>
    </message>
    <message>
        <source>%1 changed the topic to: %2</source>
        <translation>%1 把话题改为：%2</translation>
    </message>
    <message>
        <source>%1 corrected: %2</source>
        <translation>%1 更正为：%2</translation>
    </message>
    <message>
        <source>%1 took back %2</source>
        <translation>%1 收回了 %2</translation>
    </message>
    <message>
        <source>%1 deleted a message</source>
        <translation>%1 删除了一条消息</translation>
    </message>
    <message>
        <source>%1 reacted %2 to &quot;%3&quot;</source>
        <translation>%1 用 %2 回应了“%3”</translation>
    </message>
    <message>
        <source>%1 reacted %2</source>
        <translation>%1 用 %2 作了回应</translation>
    </message>
    <message>
        <source>%1 shared a file: %2</source>
        <translation>%1 分享了文件：%2</translation>
    </message>
    <message>
        <source>%1 renamed the room to %2</source>
        <translation>%1 把房间改名为 %2</translation>
    </message>
    <message>
        <source>%1 did something that cannot be shown here</source>
        <translation>%1 做了一件这里无法显示的事</translation>
    </message>
    <message>
        <source>a password is needed. Type /password WORD and press Enter; /help lists the commands.</source>
        <translation>需要密码。请输入 /password 密码 并按回车；/help 列出所有命令。</translation>
    </message>
    <message>
        <source>%1 here. Type a message and press Enter; /help lists the commands.</source>
        <translation>%1 人在线。输入消息并按回车；/help 列出所有命令。</translation>
    </message>
    <message>
        <source>This server does not speak your protocol.</source>
        <translation>本服务器不支持您的协议。</translation>
    </message>
    <message>
        <source>That was not UTF-8 text, so it was dropped.</source>
        <translation>收到的不是 UTF-8 文本，已丢弃。</translation>
    </message>
    <message>
        <source>That message was too long, so it was dropped; the limit is %1 bytes.</source>
        <translation>消息太长，已丢弃；上限是 %1 字节。</translation>
    </message>
    <message>
        <source>That frame was too long, so it was dropped.</source>
        <translation>数据帧太长，已丢弃。</translation>
    </message>
    <message>
        <source>Too fast: that message was dropped.</source>
        <translation>太快了：这条消息已丢弃。</translation>
    </message>
    <message>
        <source>Too fast for too long.</source>
        <translation>发得太快，持续太久。</translation>
    </message>
    <message>
        <source>You read too slowly, so the connection is closed. Come back with resume.</source>
        <translation>您读得太慢，连接已关闭。请用 resume 重新连接。</translation>
    </message>
    <message>
        <source>The room is full. Try again later.</source>
        <translation>房间已满，请稍后再试。</translation>
    </message>
    <message>
        <source>This is an echo service.</source>
        <translation>这是回显服务。</translation>
    </message>
    <message>
        <source>That message is too long.</source>
        <translation>这条消息太长。</translation>
    </message>
    <message>
        <source>1 message was dropped because you read too slowly.</source>
        <translation>您读得太慢，1 条消息已丢弃。</translation>
    </message>
    <message>
        <source>%1 messages were dropped because you read too slowly.</source>
        <translation>您读得太慢，%1 条消息已丢弃。</translation>
    </message>
    <message>
        <source>A password is needed: /password WORD</source>
        <translation>需要密码：/password 密码</translation>
    </message>
    <message>
        <source>You are in, %1 here</source>
        <translation>您已进入，%1 人在线</translation>
    </message>
    <message>
        <source>Say hello first.</source>
        <translation>请先发送 hello。</translation>
    </message>
    <message>
        <source>You have come back on another connection.</source>
        <translation>您已在另一个连接上回来。</translation>
    </message>
    <message>
        <source>The host closed the room.</source>
        <translation>主机关闭了房间。</translation>
    </message>
    <message>
        <source>%1 has left.</source>
        <translation>%1 已离开。</translation>
    </message>
    <message>
        <source>There is no message %1 to reply to.</source>
        <translation>没有可以回复的消息 %1。</translation>
    </message>
    <message>
        <source>You are in too many rooms; leave one first.</source>
        <translation>您加入的房间太多；请先离开一个。</translation>
    </message>
    <message>
        <source>There is no such room.</source>
        <translation>没有这个房间。</translation>
    </message>
    <message>
        <source>There are too many rooms here already.</source>
        <translation>这里的房间已经太多。</translation>
    </message>
    <message>
        <source>There is nobody with that id here.</source>
        <translation>这里没有这个编号的人。</translation>
    </message>
    <message>
        <source>You cannot talk with yourself.</source>
        <translation>不能和自己私聊。</translation>
    </message>
    <message>
        <source>That name is taken.</source>
        <translation>这个名字已有人用。</translation>
    </message>
    <message>
        <source>You have said hello already.</source>
        <translation>您已经发送过 hello。</translation>
    </message>
    <message>
        <source>Join this room first.</source>
        <translation>请先加入这个房间。</translation>
    </message>
    <message>
        <source>There is no message %1.</source>
        <translation>没有消息 %1。</translation>
    </message>
    <message>
        <source>Only who said it can change it.</source>
        <translation>只有说话的人才能修改。</translation>
    </message>
    <message>
        <source>%1 joined</source>
        <translation>%1 加入</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 离开</translation>
    </message>
    <message>
        <source>%1 is now %2</source>
        <translation>%1 改名为 %2</translation>
    </message>
    <message>
        <source>A password is needed.</source>
        <translation>需要密码。</translation>
    </message>
    <message>
        <source>That is not the password.</source>
        <translation>密码不对。</translation>
    </message>
    <message>
        <source>That name is taken. %1 is free.</source>
        <translation>这个名字已有人用。%1 可用。</translation>
    </message>
    <message>
        <source>You are %1 already</source>
        <translation>您已经叫 %1</translation>
    </message>
    <message>
        <source>You are in #%1, %2 here</source>
        <translation>您在 #%1，%2 人在线</translation>
    </message>
    <message>
        <source>You are in #%1, %2 here. The topic is: %3</source>
        <translation>您在 #%1，%2 人在线。话题：%3</translation>
    </message>
    <message>
        <source>You are not in that room.</source>
        <translation>您不在那个房间。</translation>
    </message>
    <message>
        <source>You are in no other room; /quit leaves the server.</source>
        <translation>您没有在别的房间；/quit 离开服务器。</translation>
    </message>
    <message>
        <source>You left #%1</source>
        <translation>您离开了 #%1</translation>
    </message>
    <message>
        <source>There is nobody of that name here.</source>
        <translation>这里没有叫这个名字的人。</translation>
    </message>
    <message>
        <source>A topic has at most %1 characters.</source>
        <translation>话题最多 %1 个字符。</translation>
    </message>
    <message>
        <source>#%1 has no topic</source>
        <translation>#%1 没有话题</translation>
    </message>
    <message>
        <source>The topic is: %1</source>
        <translation>话题：%1</translation>
    </message>
    <message>
        <source>A status has at most %1 characters.</source>
        <translation>状态最多 %1 个字符。</translation>
    </message>
    <message>
        <source>You are away; /back says that you are back</source>
        <translation>您已离开；/back 表示您回来了</translation>
    </message>
    <message>
        <source>You are back</source>
        <translation>您回来了</translation>
    </message>
    <message>
        <source>You are in already</source>
        <translation>您已经在里面了</translation>
    </message>
    <message>
        <source>1 message of #%1, %2 to %3</source>
        <translation>#%1 的 1 条消息，%2 到 %3</translation>
    </message>
    <message>
        <source>%1 messages of #%2, %3 to %4</source>
        <translation>#%2 的 %1 条消息，%3 到 %4</translation>
    </message>
    <message>
        <source>#%1 - %2 here</source>
        <translation>#%1 - %2 人在线</translation>
    </message>
    <message>
        <source>%1 here in #%2</source>
        <translation>#%2 里有 %1 人</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 人</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>No messages since %1</source>
        <translation>%1 之后没有消息</translation>
    </message>
    <message>
        <source>; /since %1 shows the next</source>
        <translation>；/since %1 显示后面的</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Found %1</source>
        <translation>找到 %1</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>There is no command /%1; /help lists them.</source>
        <translation>没有 /%1 这个命令；/help 列出所有命令。</translation>
    </message>
    <message>
        <source>This server takes encrypted connections alone: openssl s_client -quiet -connect %1</source>
        <translation>本服务器只接受加密连接：openssl s_client -quiet -connect %1</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>away</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>away: %1</source>
        <translation>离开：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>One password at a time, please.</source>
        <translation>请一次只输入一个密码。</translation>
    </message>
    <message>
        <source>Too many wrong passwords: wait %1, then try again.</source>
        <translation>错误的密码太多：请等待 %1 后再试。</translation>
    </message>
    <message>
        <source>Too many people try passwords at the moment. Try again.</source>
        <translation>现在尝试密码的人太多，请再试。</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 秒</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>The server&apos;s disk does not keep up, so this was not stored. Try again.</source>
        <translation>服务器的磁盘跟不上，这条没有存下。请重试。</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full, so this was not stored. Try again later.</source>
        <translation>服务器的磁盘已满，这条没有存下。请稍后重试。</translation>
    </message>
    <message>
        <source>The server cannot store anything at the moment. Try again later.</source>
        <translation>服务器目前无法存储任何内容。请稍后重试。</translation>
    </message>
    <message>
        <source>The server cannot read its history at the moment.</source>
        <translation>服务器目前无法读取历史记录。</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>send somebody away</source>
        <translation>踢出某人</translation>
    </message>
    <message>
        <source>keep somebody out, for an hour if nothing is said</source>
        <translation>封禁某人，不写时长则为一小时</translation>
    </message>
    <message>
        <source>let somebody in again</source>
        <translation>解除封禁</translation>
    </message>
    <message>
        <source>let somebody read, and not write</source>
        <translation>禁言某人：可以看，不能发言</translation>
    </message>
    <message>
        <source>let somebody write again</source>
        <translation>解除禁言</translation>
    </message>
    <message>
        <source>list who is banned or muted</source>
        <translation>列出被封禁或禁言的人</translation>
    </message>
    <message>
        <source>one message of each in so many seconds, in this room</source>
        <translation>慢速模式：本房间每人每多少秒一条消息</translation>
    </message>
    <message>
        <source>who may write in this room</source>
        <translation>谁可以在本房间发言</translation>
    </message>
    <message>
        <source>make somebody a moderator</source>
        <translation>任命管理员</translation>
    </message>
    <message>
        <source>undo that</source>
        <translation>撤销任命</translation>
    </message>
    <message>
        <source>list what owner and moderators did</source>
        <translation>列出房主和管理员做过的事</translation>
    </message>
    <message>
        <source>list who is connected, and from where</source>
        <translation>列出谁连接着、从哪里来</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>%1 kicked %2</source>
        <translation>%1 踢出了 %2</translation>
    </message>
    <message>
        <source>%1 banned %2 %3</source>
        <translation>%1 封禁了 %2（%3）</translation>
    </message>
    <message>
        <source>%1 unbanned %2</source>
        <translation>%1 解除了对 %2 的封禁</translation>
    </message>
    <message>
        <source>%1 muted %2 %3</source>
        <translation>%1 禁言了 %2（%3）</translation>
    </message>
    <message>
        <source>%1 unmuted %2</source>
        <translation>%1 解除了对 %2 的禁言</translation>
    </message>
    <message>
        <source>%1 made %2 a moderator</source>
        <translation>%1 任命 %2 为管理员</translation>
    </message>
    <message>
        <source>%1 made %2 a moderator no more</source>
        <translation>%1 撤销了 %2 的管理员</translation>
    </message>
    <message>
        <source>%1 ended slow mode in #%2</source>
        <translation>%1 关闭了 #%2 的慢速模式</translation>
    </message>
    <message>
        <source>%1 slowed #%2 to one message in %3</source>
        <translation>%1 把 #%2 设为每 %3 一条消息</translation>
    </message>
    <message>
        <source>%1 set who writes in #%2: %3</source>
        <translation>%1 设定了谁可以在 #%2 发言：%3</translation>
    </message>
    <message>
        <source>%1 deleted a message of %2 in #%3</source>
        <translation>%1 在 #%3 删除了 %2 的一条消息</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>房主</translation>
    </message>
    <message>
        <source>moderator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>%1 is muted %2, by %3 (%4)</source>
        <translation>%1 被 %3 禁言（%2；%4）</translation>
    </message>
    <message>
        <source>%1 is banned %2, by %3 (%4)</source>
        <translation>%1 被 %3 封禁（%2；%4）</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚未进入</translation>
    </message>
    <message>
        <source>%1 from %2 (%3), for %4: %5 messages, %6 bytes wait</source>
        <translation>%1，来自 %2（%3），已连接 %4：%5 条消息，%6 字节待发</translation>
    </message>
    <message>
        <source>, %1 ms away</source>
        <translation>，往返 %1 毫秒</translation>
    </message>
    <message>
        <source>%1 is kicked</source>
        <translation>%1 已被踢出</translation>
    </message>
    <message>
        <source>%1 is banned</source>
        <translation>%1 已被封禁</translation>
    </message>
    <message>
        <source>%1 may come in again</source>
        <translation>%1 可以再进来了</translation>
    </message>
    <message>
        <source>%1 is muted</source>
        <translation>%1 已被禁言</translation>
    </message>
    <message>
        <source>%1 may write again</source>
        <translation>%1 又可以发言了</translation>
    </message>
    <message>
        <source>%1 is a moderator now</source>
        <translation>%1 现在是管理员</translation>
    </message>
    <message>
        <source>%1 is no moderator any more</source>
        <translation>%1 不再是管理员</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Only moderators may write here.</source>
        <translation>只有管理员可以在这里发言。</translation>
    </message>
    <message>
        <source>Only verified members may write here: come with a key, and with a name that belongs to it.</source>
        <translation>只有已验证的成员可以在这里发言：请带上密钥，并使用属于它的名字。</translation>
    </message>
    <message>
        <source>Only the owner and moderators may do that.</source>
        <translation>只有房主和管理员可以这样做。</translation>
    </message>
    <message>
        <source>%1 has left already.</source>
        <translation>%1 已经离开。</translation>
    </message>
    <message>
        <source>Nobody can do that to the owner.</source>
        <translation>谁也不能对房主这样做。</translation>
    </message>
    <message>
        <source>Only the owner decides who is a moderator.</source>
        <translation>只有房主能决定谁是管理员。</translation>
    </message>
    <message>
        <source>Moderators can do nothing to each other.</source>
        <translation>管理员之间不能互相处置。</translation>
    </message>
    <message>
        <source>There is no such act.</source>
        <translation>没有这种操作。</translation>
    </message>
    <message>
        <source>%1 has no key, no name of its own and no address to be known by; kick it instead.</source>
        <translation>%1 没有密钥、没有自己的名字，也没有可以辨认的地址；请改为踢出。</translation>
    </message>
    <message>
        <source>It is not muted.</source>
        <translation>此人没有被禁言。</translation>
    </message>
    <message>
        <source>There is no such ban.</source>
        <translation>没有这条封禁。</translation>
    </message>
    <message>
        <source>%1 showed no key to be known by as a moderator.</source>
        <translation>%1 没有出示密钥，无法认作管理员。</translation>
    </message>
    <message>
        <source>%1 is a moderator already.</source>
        <translation>%1 已经是管理员。</translation>
    </message>
    <message>
        <source>There are too many moderators here already.</source>
        <translation>这里的管理员已经太多。</translation>
    </message>
    <message>
        <source>%1 is no moderator.</source>
        <translation>%1 不是管理员。</translation>
    </message>
    <message>
        <source>There are too many rooms with rules of their own.</source>
        <translation>有自己规则的房间太多。</translation>
    </message>
    <message>
        <source>You are no moderator any more</source>
        <translation>您不再是管理员</translation>
    </message>
    <message>
        <source>You are a moderator now; /help lists what you can do</source>
        <translation>您现在是管理员；/help 列出您能做的事</translation>
    </message>
    <message>
        <source>You may write again</source>
        <translation>您又可以发言了</translation>
    </message>
    <message>
        <source>The reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>for another %1</source>
        <translation>还有 %1</translation>
    </message>
    <message>
        <source>%1 kicked you.</source>
        <translation>%1 把您踢出了。</translation>
    </message>
    <message>
        <source>%1 banned you %2.</source>
        <translation>%1 封禁了您（%2）。</translation>
    </message>
    <message>
        <source>%1 muted you %2: you can read, and not write.</source>
        <translation>%1 已将您禁言（%2）：您可以看，不能发言。</translation>
    </message>
    <message>
        <source>You are banned here %1.</source>
        <translation>您在这里被封禁（%1）。</translation>
    </message>
    <message>
        <source>The name %1 is banned here %2.</source>
        <translation>名字 %1 在这里被封禁（%2）。</translation>
    </message>
    <message>
        <source>You are muted %1.</source>
        <translation>您被禁言（%1）。</translation>
    </message>
    <message>
        <source>One message in %1 here: wait another %2.</source>
        <translation>这里每 %1 只能发一条消息：请再等 %2。</translation>
    </message>
    <message>
        <source>%1 made this room as fast as one likes</source>
        <translation>%1 取消了本房间的慢速模式</translation>
    </message>
    <message>
        <source>%1 made this room slow: one message of each in %2</source>
        <translation>%1 开启了慢速模式：每人每 %2 一条消息</translation>
    </message>
    <message>
        <source>%1 lets everybody write here</source>
        <translation>%1 允许所有人在这里发言</translation>
    </message>
    <message>
        <source>%1 lets only verified members write here</source>
        <translation>%1 只允许已验证的成员在这里发言</translation>
    </message>
    <message>
        <source>%1 lets only moderators write here</source>
        <translation>%1 只允许管理员在这里发言</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已禁言</translation>
    </message>
    <message>
        <source>A search has at most %1 characters and %2 words.</source>
        <translation>搜索内容最多 %1 个字符、%2 个词。</translation>
    </message>
    <message>
        <source>There is nothing to look for.</source>
        <translation>没有要查找的内容。</translation>
    </message>
    <message>
        <source>Nothing found in what was said lately</source>
        <translation>在最近的消息中没有找到</translation>
    </message>
    <message>
        <source>Nobody of that name is banned; /bans lists who is.</source>
        <translation>没有叫这个名字的人被封禁；/bans 列出名单。</translation>
    </message>
    <message>
        <source>Nobody of that name is muted; /bans lists who is.</source>
        <translation>没有叫这个名字的人被禁言；/bans 列出名单。</translation>
    </message>
    <message>
        <source>A reason has at most %1 characters.</source>
        <translation>原因最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Nobody is banned or muted</source>
        <translation>没有人被封禁或禁言</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>还没有任何管理记录</translation>
    </message>
    <message>
        <source>A name cannot hold &quot;(to&quot;.</source>
        <translation>名字里不能有“(to”。</translation>
    </message>
    <message>
        <source>forget a room and all that was said in it</source>
        <translation>删除一个房间及其中的全部聊天内容</translation>
    </message>
    <message>
        <source>list who is a moderator, here or not</source>
        <translation>列出谁是管理员，无论在不在这里</translation>
    </message>
    <message>
        <source>until it leaves</source>
        <translation>直到其离开</translation>
    </message>
    <message>
        <source>%1 removed #%2 and all that was said in it</source>
        <translation>%1 移除了 #%2 及其中的全部聊天内容</translation>
    </message>
    <message>
        <source>%1 is removed</source>
        <translation>%1 已移除</translation>
    </message>
    <message>
        <source>Only the owner removes rooms.</source>
        <translation>只有房主可以移除房间。</translation>
    </message>
    <message>
        <source>The first room stays.</source>
        <translation>第一个房间不能移除。</translation>
    </message>
    <message>
        <source>Nobody else can delete what the owner said.</source>
        <translation>房主说的话，别人不能删除。</translation>
    </message>
    <message>
        <source>Moderators cannot delete what other moderators said.</source>
        <translation>管理员不能删除其他管理员说的话。</translation>
    </message>
    <message>
        <source>You made many rooms: wait another %1 for the next.</source>
        <translation>您建了很多房间：再等 %1 才能建下一个。</translation>
    </message>
    <message>
        <source>One search after the other, please.</source>
        <translation>请一次只进行一个搜索。</translation>
    </message>
    <message>
        <source>Nobody of that name is a moderator; /moderators lists who is.</source>
        <translation>没有叫这个名字的管理员；/moderators 会列出谁是管理员。</translation>
    </message>
    <message>
        <source>Nobody is a moderator</source>
        <translation>没有管理员</translation>
    </message>
    <message>
        <source>%1 is a moderator</source>
        <translation>%1 是管理员</translation>
    </message>
    <message>
        <source>%1 is a moderator, and not here</source>
        <translation>%1 是管理员，现在不在这里</translation>
    </message>
    <message>
        <source>forget what is older than so many days, or more than so many, here</source>
        <translation>忘掉这里早于若干天、或超过若干条的消息</translation>
    </message>
    <message>
        <source>%1 set what is kept of #%2: %3</source>
        <translation>%1 设定了 #%2 保留什么：%3</translation>
    </message>
    <message>
        <source>as everywhere here</source>
        <translation>与这里别处相同</translation>
    </message>
    <message>
        <source>the last %1 messages and changes</source>
        <translation>最近 %1 条消息和更改</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Nothing is kept here once the server ends, so there is nothing to set.</source>
        <translation>服务器结束后这里什么都不保留，所以没有什么可设定。</translation>
    </message>
    <message>
        <source>%1 set what is kept of this room: %2</source>
        <translation>%1 设定了此房间保留什么：%2</translation>
    </message>
    <message>
        <source>Only the owner decides what is kept.</source>
        <translation>只有房主可以决定保留什么。</translation>
    </message>
    <message>
        <source>%1 is in too many rooms for another talk. Say it in a room that you share.</source>
        <translation>%1 加入的房间太多，无法再开始私聊。请在你们共同所在的房间里说。</translation>
    </message>
</context>
<context>
    <name>tincan::PenaltyDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Reason (optional, they and the moderators read it)</source>
        <translation>原因（可选，对方和管理员可见）</translation>
    </message>
    <message>
        <source>Reason (optional, everybody can read it)</source>
        <translation>原因（可选，所有人可见）</translation>
    </message>
</context>
<context>
    <name>tincan::PenaltyWords</name>
    <message>
        <source>for ever</source>
        <extracomment>how long something lasts</extracomment>
        <translation>永久</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>移出 %1？</translation>
    </message>
    <message>
        <source>Ban %1?</source>
        <translation>封禁 %1？</translation>
    </message>
    <message>
        <source>Mute %1?</source>
        <translation>禁言 %1？</translation>
    </message>
    <message>
        <source>%1 leaves all rooms of this server, is told why, and can come back.</source>
        <translation>%1 会离开此服务器的所有房间，看到原因，并可以重新进入。</translation>
    </message>
    <message>
        <source>%1 is removed and cannot come back in this time: not with this name, this key or this address. It can be lifted earlier.</source>
        <translation>%1 会被移出，在此期间不能用这个名字、这把密钥或这个地址重新进入。可以提前解除。</translation>
    </message>
    <message>
        <source>%1 can read on, but write nothing in this time. It can be lifted earlier.</source>
        <translation>%1 在此期间可以阅读，但不能发言。可以提前解除。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移出 %1</translation>
    </message>
    <message>
        <source>Ban %1 for %2</source>
        <translation>封禁 %1 %2</translation>
    </message>
    <message>
        <source>Ban %1 for ever</source>
        <translation>永久封禁 %1</translation>
    </message>
    <message>
        <source>Mute %1 for %2</source>
        <translation>禁言 %1 %2</translation>
    </message>
    <message>
        <source>Mute %1 for ever</source>
        <translation>永久禁言 %1</translation>
    </message>
</context>
<context>
    <name>tincan::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Hosting</source>
        <translation>主持</translation>
    </message>
    <message>
        <source>After your name</source>
        <translation>按你的名字</translation>
    </message>
    <message>
        <source>Room name</source>
        <translation>房间名称</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>谁能连接</translation>
    </message>
    <message>
        <source>Everyone on this network</source>
        <translation>此网络上的所有人</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>仅限本机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>舒适</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Show who is typing, and tell others when I am</source>
        <translation>显示谁正在输入，并让别人知道我正在输入</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tell me of</source>
        <translation>通知我</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>所有消息</translation>
    </message>
    <message>
        <source>Mentions and direct talks</source>
        <translation>提及和私聊</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>什么都不</translation>
    </message>
    <message>
        <source>such as: release, kitchen</source>
        <translation>例如：发布，厨房</translation>
    </message>
    <message>
        <source>Words that count as a mention</source>
        <translation>视为提及的词</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>请勿打扰</translation>
    </message>
    <message>
        <source>Go on in the tray when the window is closed</source>
        <translation>关闭窗口后留在托盘中继续运行</translation>
    </message>
    <message>
        <source>Show what was said</source>
        <translation>显示消息内容</translation>
    </message>
    <message>
        <source>Quiet between</source>
        <translation>安静时段</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>安静开始</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>安静结束</translation>
    </message>
    <message>
        <source>and</source>
        <extracomment>between two times of day</extracomment>
        <translation>至</translation>
    </message>
    <message>
        <source>Send messages with</source>
        <translation>发送消息用</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>A room opens at</source>
        <translation>打开房间时显示</translation>
    </message>
    <message>
        <source>The first unread message</source>
        <translation>第一条未读消息</translation>
    </message>
    <message>
        <source>The newest message</source>
        <translation>最新的消息</translation>
    </message>
    <message>
        <source>Read aloud by screen readers</source>
        <translation>屏幕阅读器朗读</translation>
    </message>
    <message>
        <source>Play a sound with it</source>
        <translation>同时播放声音</translation>
    </message>
    <message>
        <source>Play a sound for what I send</source>
        <translation>我发送消息时播放声音</translation>
    </message>
    <message>
        <source>Keep the history on this computer</source>
        <translation>在这台电脑上保留历史记录</translation>
    </message>
    <message>
        <source>Keep a copy of conversations on this computer</source>
        <translation>在这台电脑上保留对话的副本</translation>
    </message>
    <message>
        <source>What you have seen is there at the next start, also without a connection.</source>
        <translation>看过的内容下次启动时就在，没有连接也一样。</translation>
    </message>
    <message>
        <source>Delete the Copy Now</source>
        <translation>立即删除副本</translation>
    </message>
    <message>
        <source>It is deleted.</source>
        <translation>已删除。</translation>
    </message>
    <message>
        <source>It could not be deleted. %1</source>
        <translation>没能删除。%1</translation>
    </message>
</context>
<context>
    <name>tincan::PresenceRun</name>
    <message>
        <source>%1 joined from a terminal (plain text, not encrypted)</source>
        <translation>%1 从终端加入（纯文本，未加密）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: who joined (&quot;5 joined&quot;), %2: who left (&quot;3 left&quot;)</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 joined</source>
        <translation>%1 加入</translation>
    </message>
    <message numerus="yes">
        <source>%n joined</source>
        <translation>
            <numerusform>%n 人加入</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 离开</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n 人离开</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation>%1、%2 和 %3</translation>
    </message>
</context>
<context>
    <name>tincan::ProblemBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>tincan::PromptDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>tincan::QrView</name>
    <message>
        <source>QR code of the invite link</source>
        <translation>邀请链接的二维码</translation>
    </message>
</context>
<context>
    <name>tincan::ReactionMenu</name>
    <message>
        <source>React</source>
        <translation>回应</translation>
    </message>
    <message>
        <source>&amp;Thumbs up</source>
        <translation>赞(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Heart</source>
        <translation>爱心(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Laughing</source>
        <translation>大笑(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Party</source>
        <translation>庆祝(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Wow</source>
        <translation>惊讶(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Sad</source>
        <translation>难过(&amp;S)</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>%1: an emoji, %2: what it is called</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>&amp;More…</source>
        <translation>更多(&amp;M)…</translation>
    </message>
</context>
<context>
    <name>tincan::RecentRooms</name>
    <message>
        <source>last visited today</source>
        <translation>今天来过</translation>
    </message>
    <message>
        <source>last visited yesterday</source>
        <translation>昨天来过</translation>
    </message>
    <message numerus="yes">
        <source>last visited %n days ago</source>
        <translation>
            <numerusform>%n 天前来过</numerusform>
        </translation>
    </message>
    <message>
        <source>last visited on %1</source>
        <extracomment>%1: a date</extracomment>
        <translation>上次来访 %1</translation>
    </message>
</context>
<context>
    <name>tincan::RecentRoomsList</name>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>a server&apos;s address, and when one was there last</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>加入 %1</translation>
    </message>
</context>
<context>
    <name>tincan::RoomClient</name>
    <message>
        <source>The message is longer than this server allows.</source>
        <translation>消息超过了这台服务器允许的长度。</translation>
    </message>
    <message>
        <source>This server does not know that.</source>
        <translation>这台服务器不认识这个。</translation>
    </message>
    <message>
        <source>The connection was lost before it came back.</source>
        <translation>还没收到回应，连接就断了。</translation>
    </message>
    <message>
        <source>A message was too long and was left out.</source>
        <translation>有一条消息太长，被略去了。</translation>
    </message>
    <message>
        <source>It was meant for another server.</source>
        <translation>那是给另一台服务器的。</translation>
    </message>
    <message>
        <source>Too many messages are waiting to be sent.</source>
        <translation>等待发送的消息太多。</translation>
    </message>
    <message>
        <source>The server did not answer.</source>
        <translation>服务器没有应答。</translation>
    </message>
    <message>
        <source>The room has begun anew, and what this was about is gone.</source>
        <translation>房间已重新开始，这里所指的内容已不存在。</translation>
    </message>
    <message>
        <source>This talk is over. Write to them anew.</source>
        <translation>这次私聊已经结束。请重新给对方写信息。</translation>
    </message>
    <message>
        <source>This room was removed. Sending this again makes it anew.</source>
        <translation>这个房间已被移除。重新发送会重建这个房间。</translation>
    </message>
</context>
<context>
    <name>tincan::RoomHeader</name>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>tincan::RoomInfoDialog</name>
    <message>
        <source>Room Info</source>
        <translation>房间信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The host&apos;s key (SHA-256)</source>
        <translation>主持人的密钥（SHA-256）</translation>
    </message>
</context>
<context>
    <name>tincan::RoomInfoText</name>
    <message>
        <source>You host this room: you can read everything that is said here.</source>
        <translation>这个房间由你主持：你可以看到这里的所有内容。</translation>
    </message>
    <message>
        <source>The host can read everything that is said here.</source>
        <translation>主持人可以看到这里的所有内容。</translation>
    </message>
    <message>
        <source>That goes for talks between two people as well.</source>
        <translation>两个人之间的私聊也不例外。</translation>
    </message>
    <message>
        <source>Your connection to the host is encrypted.</source>
        <translation>你与主持人的连接已加密。</translation>
    </message>
    <message>
        <source>Your connection to the host is not encrypted: it can be read on its way.</source>
        <translation>你与主持人的连接未加密：途中可能被人读到。</translation>
    </message>
    <message numerus="yes">
        <source>%n people here are not encrypted: what is said can be read on its way to them.</source>
        <translation>
            <numerusform>这里有 %n 人未加密：所说的话在传给他们的途中可能被人读到。</numerusform>
        </translation>
    </message>
    <message>
        <source>The host&apos;s key is the one that the invite names.</source>
        <translation>主持人的密钥就是邀请中写明的那一把。</translation>
    </message>
    <message>
        <source>The authorities that this computer trusts say that the host&apos;s key is %1&apos;s.</source>
        <translation>这台电脑信任的机构证明：主持人的密钥属于 %1。</translation>
    </message>
    <message>
        <source>The host&apos;s key was taken on trust, as no invite named it. To be sure of it, compare it with the one that the host sees here.</source>
        <translation>没有邀请写明主持人的密钥，因此只是暂且相信。若要确认，请与主持人在此处看到的密钥核对。</translation>
    </message>
</context>
<context>
    <name>tincan::RoomListModel</name>
    <message>
        <source>Direct</source>
        <extracomment>heading of conversations between two people</extracomment>
        <translation>私聊</translation>
    </message>
    <message>
        <source>here</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>away</source>
        <translation>离开</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 条未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mentioning you</source>
        <translation>
            <numerusform>%n 条提到你</numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of an enumeration</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>collapsed</source>
        <extracomment>a server whose rooms are put away</extracomment>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>tincan::RoomListView</name>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
</context>
<context>
    <name>tincan::RoomRowDelegate</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
</context>
<context>
    <name>tincan::RoomSettingsMenu</name>
    <message>
        <source>Room S&amp;ettings</source>
        <translation>房间设置(&amp;E)</translation>
    </message>
    <message>
        <source>Slow Mode: Off</source>
        <translation>慢速模式：关</translation>
    </message>
    <message>
        <source>Slow Mode: %1</source>
        <translation>慢速模式：%1</translation>
    </message>
    <message>
        <source>&amp;Everybody May Write</source>
        <translation>所有人可以发言(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Verified People May Write</source>
        <translation>已验证的人可以发言(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Only Moderators May Write</source>
        <translation>只有管理员可以发言(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Remove This Room…</source>
        <translation>移除此房间(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove Room</source>
        <extracomment>%1: a room</extracomment>
        <translation>移除房间</translation>
    </message>
    <message>
        <source>Remove %1 for everybody?</source>
        <translation>为所有人移除 %1？</translation>
    </message>
    <message>
        <source>All that was said in it is gone for good, on this server.</source>
        <translation>在此服务器上，其中的全部聊天内容将永久删除。</translation>
    </message>
    <message>
        <source>&amp;Remove Room</source>
        <translation>移除房间(&amp;R)</translation>
    </message>
    <message>
        <source>Forget What Is Older</source>
        <translation>忘掉更早的内容</translation>
    </message>
    <message>
        <source>Forget for everybody what is older than that?</source>
        <translation>要为所有人忘掉更早的内容吗？</translation>
    </message>
    <message>
        <source>What goes cannot be brought back. Copies on other computers stay.</source>
        <translation>忘掉的内容无法找回。其他电脑上的副本仍会保留。</translation>
    </message>
    <message>
        <source>&amp;Forget It</source>
        <translation>忘掉(&amp;F)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>tincan::RoomsDialog</name>
    <message>
        <source>Asking for the rooms…</source>
        <translation>正在查询房间…</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Rooms of %1</source>
        <translation>%1 的房间</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There are no rooms that you could join.</source>
        <translation>没有你可以加入的房间。</translation>
    </message>
</context>
<context>
    <name>tincan::SearchDialog</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Search All Rooms</source>
        <translation>搜索所有房间</translation>
    </message>
    <message>
        <source>Words, or a &quot;phrase&quot; in quotation marks</source>
        <translation>词语，或用双引号括起的 &quot;整句&quot;</translation>
    </message>
    <message>
        <source>Search all rooms for</source>
        <translation>在所有房间中搜索</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>找到的消息</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Also: from:NAME  in:ROOM  after:2026-11-01  before:2026-11-26</source>
        <translation>还可以写：from:名字  in:房间  after:2026-11-01  before:2026-11-26</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message numerus="yes">
        <source>%n found, searching on…</source>
        <translation>
            <numerusform>已找到 %n 条，继续搜索…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are the last %n. More words, or a filter, find what is older.</source>
        <translation>
            <numerusform>这是最近的 %n 条。多写几个词或加上筛选条件可以找到更早的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found.</source>
        <translation>
            <numerusform>找到 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>搜索已停止。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>You are in no room that is called “%1”. Leave “in:” out to search all of them.</source>
        <translation>你不在名为“%1”的房间里。去掉“in:”可以搜索所有房间。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing found in %n rooms.</source>
        <translation>
            <numerusform>在 %n 个房间中没有找到。</numerusform>
        </translation>
    </message>
    <message>
        <source>All words must be in one message: try fewer of them.</source>
        <translation>所有词必须在同一条消息中：请少写几个词。</translation>
    </message>
    <message>
        <source>Try a shorter part of the word. Only rooms that you are in are searched.</source>
        <translation>请试试更短的词。只搜索你所在的房间。</translation>
    </message>
    <message>
        <source>Try without one of the filters.</source>
        <translation>请去掉一个筛选条件再试。</translation>
    </message>
    <message>
        <source>Of %1 only what this computer holds was searched.</source>
        <translation>%1 只搜索了这台电脑上保存的消息。</translation>
    </message>
</context>
<context>
    <name>tincan::SearchQuery</name>
    <message>
        <source>Write a name behind “from:”, such as from:Ada.</source>
        <translation>请在“from:”后写名字，例如 from:Ada。</translation>
    </message>
    <message>
        <source>Write a room behind “in:”, such as in:lounge.</source>
        <translation>请在“in:”后写房间，例如 in:lounge。</translation>
    </message>
    <message>
        <source>Write a day behind “%1:”, such as %1:2026-11-26.</source>
        <translation>请在“%1:”后写日期，例如 %1:2026-11-26。</translation>
    </message>
    <message>
        <source>“%1” is no day. Write it like this: %2:2026-11-26.</source>
        <translation>“%1”不是日期。请这样写：%2:2026-11-26。</translation>
    </message>
    <message>
        <source>No day is both after and before these two.</source>
        <translation>没有哪一天同时符合这两个日期条件。</translation>
    </message>
</context>
<context>
    <name>tincan::SearchResults</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <extracomment>what a screen reader says of a message that was found: author, room, time, text</extracomment>
        <translation>%1，%2，%3，%4</translation>
    </message>
</context>
<context>
    <name>tincan::SeekBar</name>
    <message numerus="yes">
        <source>Loading earlier messages, %n to go…</source>
        <translation>
            <numerusform>正在加载更早的消息，还有 %n 条…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop loading earlier messages</source>
        <translation>停止加载更早的消息</translation>
    </message>
</context>
<context>
    <name>tincan::ServerSession</name>
    <message>
        <source>hosted here</source>
        <translation>由本机主持</translation>
    </message>
    <message>
        <source>%1 was removed, with all that was said in it.</source>
        <translation>%1 已被移除，其中说过的一切也一并删除。</translation>
    </message>
    <message>
        <source>This was not sent to %1: %2</source>
        <translation>这条没有发给 %1：%2</translation>
    </message>
</context>
<context>
    <name>tincan::SessionCommands</name>
    <message>
        <source>The message is too long for this room.</source>
        <translation>消息对这个房间来说太长了。</translation>
    </message>
    <message>
        <source>You are not in a room called %1.</source>
        <translation>你不在名为 %1 的房间里。</translation>
    </message>
    <message>
        <source>Rooms here: %1</source>
        <translation>这里的房间：%1</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>在线：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nobody of that name is here.</source>
        <translation>这里没有叫这个名字的人。</translation>
    </message>
    <message>
        <source>This room has no topic.</source>
        <translation>这个房间没有话题。</translation>
    </message>
    <message>
        <source>Topic: %1</source>
        <translation>话题：%1</translation>
    </message>
    <message>
        <source>This command is for terminals only.</source>
        <translation>这个命令只用于终端。</translation>
    </message>
    <message>
        <source>There is no such command, or something is missing behind it. /help lists the commands; begin with // to say something that starts with a slash.</source>
        <translation>没有这个命令，或后面缺了内容。/help 列出命令；要说以斜线开头的话，请以 // 开始。</translation>
    </message>
    <message>
        <source>Scroll up to read what was said before.</source>
        <translation>向上滚动可以阅读之前的消息。</translation>
    </message>
    <message>
        <source>You are away; /back says that you are back.</source>
        <translation>你已设为离开；输入 /back 表示回来。</translation>
    </message>
    <message>
        <source>You are back.</source>
        <translation>你回来了。</translation>
    </message>
    <message>
        <source>Only the owner and moderators may do that.</source>
        <translation>只有所有者和管理员可以这样做。</translation>
    </message>
    <message>
        <source>%1 is still banned or muted: the server answered too late. Ask again.</source>
        <translation>%1 仍被封禁或禁言：服务器回答得太晚。请再试一次。</translation>
    </message>
    <message>
        <source>Nobody of that name is banned or muted.</source>
        <translation>没有叫这个名字的人被封禁或禁言。</translation>
    </message>
    <message>
        <source>There is no connection. Write to %1 once there is one again.</source>
        <translation>现在没有连接。恢复连接后再给 %1 写信息。</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <extracomment>%1: a command and what belongs behind it; %2: what it does</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>//TEXT — say /TEXT</source>
        <translation>//文字 — 发送“/文字”</translation>
    </message>
</context>
<context>
    <name>tincan::ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>New line in a message</source>
        <translation>消息内换行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Edit your last message</source>
        <translation>编辑你的上一条消息</translation>
    </message>
    <message>
        <source>What you sent before</source>
        <translation>你之前发送的内容</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Reply to a message</source>
        <translation>回复消息</translation>
    </message>
    <message>
        <source>React to a message</source>
        <translation>回应消息</translation>
    </message>
    <message>
        <source>Edit a message</source>
        <translation>编辑消息</translation>
    </message>
    <message>
        <source>Copy a message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Delete a message</source>
        <translation>删除消息</translation>
    </message>
    <message>
        <source>Put a server&apos;s rooms away, or bring them back</source>
        <translation>折叠或展开服务器的房间</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Scroll the conversation while you write</source>
        <translation>书写时滚动对话</translation>
    </message>
    <message>
        <source>Close, cancel, or go to the latest message and mark all read</source>
        <translation>关闭、取消，或转到最新消息并全部标为已读</translation>
    </message>
    <message>
        <source>First or latest message, where nothing is written</source>
        <translation>输入框为空时，转到最早或最新的消息</translation>
    </message>
    <message>
        <source>From message to message</source>
        <translation>逐条移动</translation>
    </message>
    <message>
        <source>What can be done with a message, a room or a person</source>
        <translation>消息、房间或成员的操作菜单</translation>
    </message>
</context>
<context>
    <name>tincan::StatusWords</name>
    <message numerus="yes">
        <source>Hosting on port %1 · %n connected</source>
        <extracomment>%1: the port; %n: people in the room</extracomment>
        <translation>
            <numerusform>正在端口 %1 主持 · %n 人已连接</numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>Reconnecting to %1…</source>
        <translation>正在重新连接 %1…</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>已连接到 %1</translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <extracomment>milliseconds</extracomment>
        <translation>不到 1 毫秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 人</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>未加密</translation>
    </message>
</context>
<context>
    <name>tincan::StoreWords</name>
    <message>
        <source>%1 cannot be written: the disk is full</source>
        <translation>无法写入 %1：磁盘已满</translation>
    </message>
    <message>
        <source>%1 cannot be written; check who owns it, and its permissions</source>
        <translation>无法写入 %1；请检查它的所有者和权限</translation>
    </message>
    <message>
        <source>%1 is in use by another server; stop that one, or take another directory</source>
        <translation>%1 正被另一个服务器使用；请停止那个服务器，或换一个目录</translation>
    </message>
    <message>
        <source>%1 is not a history of this program; move it away to begin a new one</source>
        <translation>%1 不是本程序的历史记录；把它移走即可重新开始</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program, which can read it</source>
        <translation>%1 是由本程序的更新版本写入的，用那个版本可以读取</translation>
    </message>
    <message>
        <source>%1 is damaged; restore a backup, or move it away to begin a new one</source>
        <translation>%1 已损坏；请恢复备份，或把它移走以重新开始</translation>
    </message>
    <message>
        <source>there is no history in %1</source>
        <translation>%1 中没有历史记录</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name</source>
        <translation>%1 已经存在；请换一个名字</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 无法使用：%2</translation>
    </message>
</context>
<context>
    <name>tincan::SwitcherDialog</name>
    <message>
        <source>Go To</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>A room, a person or a command</source>
        <translation>房间、人或命令</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配项</translation>
    </message>
</context>
<context>
    <name>tincan::SwitcherModel</name>
    <message>
        <source>room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>tincan::TablePage</name>
    <message>
        <source>&amp;Descending</source>
        <translation>降序(&amp;D)</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>排序</translation>
    </message>
</context>
<context>
    <name>tincan::TrayIcon</name>
    <message>
        <source>&amp;Open Tincan</source>
        <translation>打开 Tincan(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Do Not Disturb</source>
        <translation>请勿打扰(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message numerus="yes">
        <source>Tincan, %n unread</source>
        <translation>
            <numerusform>Tincan，%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>Tincan</source>
        <translation>Tincan</translation>
    </message>
    <message>
        <source>Do Not Disturb</source>
        <translation>请勿打扰</translation>
    </message>
</context>
<context>
    <name>tincan::TypingPeople</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 正在输入…</translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation>%1 和 %2 正在输入…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n 人正在输入…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tincan::WelcomePage</name>
    <message>
        <source>Talk to the people near you</source>
        <translation>和身边的人聊天</translation>
    </message>
    <message>
        <source>Host a room on this computer, or join one. No account, no cloud.</source>
        <translation>在这台计算机上主持房间，或加入一个房间。不要账号，不用云。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>Host a room</source>
        <translation>主持房间</translation>
    </message>
    <message>
        <source>Others connect to this computer. You get a link and a terminal command to share.</source>
        <translation>别人连接到这台计算机。你会得到可分享的链接和终端命令。</translation>
    </message>
    <message>
        <source>Host a Room…</source>
        <translation>主持房间…</translation>
    </message>
    <message>
        <source>Join a room</source>
        <translation>加入房间</translation>
    </message>
    <message>
        <source>Paste an invite link, or type an address such as 192.168.1.20 or chat.example.org:4040.</source>
        <translation>粘贴邀请链接，或输入地址，如 192.168.1.20 或 chat.example.org:4040。</translation>
    </message>
    <message>
        <source>Address or invite link</source>
        <translation>地址或邀请链接</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
</context>
<context>
    <name>tincan::WindowAlerts</name>
    <message>
        <source>New messages</source>
        <translation>新消息</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <extracomment>for a screen reader: who, in which room, says what</extracomment>
        <translation>%1 在 %2 中说：%3</translation>
    </message>
</context>
<context>
    <name>tincan::WindowDialogs</name>
    <message>
        <source>Invite people</source>
        <translation>邀请他人</translation>
    </message>
    <message>
        <source>New Room</source>
        <translation>新建房间</translation>
    </message>
    <message>
        <source>Room name</source>
        <translation>房间名称</translation>
    </message>
    <message>
        <source>Everyone on %1 can join it.</source>
        <translation>%1 上的所有人都可以加入。</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>A room cannot have this name.</source>
        <translation>房间不能用这个名称。</translation>
    </message>
    <message>
        <source>Your Name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>Use This Name</source>
        <translation>使用这个名字</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password of the room</source>
        <translation>房间的密码</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Close the room?</source>
        <translation>关闭房间？</translation>
    </message>
    <message numerus="yes">
        <source>%n people are in your room.</source>
        <translation>
            <numerusform>你的房间里有 %n 人。</numerusform>
        </translation>
    </message>
    <message>
        <source>The room closes for them, too. They will read that the host closed the room.</source>
        <translation>房间也会对他们关闭。他们会看到主机关闭了房间。</translation>
    </message>
    <message>
        <source>Close the Room for All</source>
        <translation>对所有人关闭房间</translation>
    </message>
    <message>
        <source>Keep It Open in the Tray</source>
        <translation>在托盘中保持开放</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>tincan::WritingWords</name>
    <message>
        <source>Only moderators write in this room.</source>
        <translation>此房间只有管理员可以发言。</translation>
    </message>
    <message>
        <source>Only verified people write in this room, and you are not verified here.</source>
        <translation>此房间只有已验证的人可以发言，而你在此未经验证。</translation>
    </message>
    <message>
        <source>This room is slow: %1 between two messages.</source>
        <extracomment>%1: such as &quot;30 seconds&quot;</extracomment>
        <translation>此房间为慢速模式：两条消息之间须隔 %1。</translation>
    </message>
    <message>
        <source>You are muted: you can read on, but not write.</source>
        <translation>你已被禁言：可以阅读，不能发言。</translation>
    </message>
    <message>
        <source>%1 muted you: you can read on, but not write.</source>
        <translation>%1 对你禁言：可以阅读，不能发言。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>two sentences</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Reason: “%1”.</source>
        <translation>原因：“%1”。</translation>
    </message>
    <message>
        <source>Until %1.</source>
        <translation>到 %1 为止。</translation>
    </message>
    <message numerus="yes">
        <source>You can send again in %n s.</source>
        <translation>
            <numerusform>%n 秒后可以再次发送。</numerusform>
        </translation>
    </message>
</context>
</TS>
