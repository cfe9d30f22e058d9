"""Why the network or the certificate of a server keeps a page away."""

from __future__ import annotations

import errno

from plan_data.model.pair import Pair

NO_ANSWER = Pair("no answer", "没有响应")
"""Why a host cannot be reached: nothing comes back."""
NOT_FOUND = Pair("its name was not found; are you connected?", "找不到该域名；请检查网络连接")
"""Why a host cannot be reached: no name server knows it, or none can be asked."""
REASONS = {
    errno.ECONNREFUSED: Pair("it refuses the connection", "对方拒绝连接"),
    errno.ECONNRESET: Pair("it closed the connection", "对方关闭了连接"),
    errno.ECONNABORTED: Pair("it closed the connection", "对方关闭了连接"),
    errno.EPIPE: Pair("it closed the connection", "对方关闭了连接"),
    errno.ETIMEDOUT: NO_ANSWER,
    errno.ENETUNREACH: Pair("the network is down", "网络未连通"),
    errno.ENETDOWN: Pair("the network is down", "网络未连通"),
    errno.EADDRNOTAVAIL: Pair("the network is down", "网络未连通"),
    errno.EHOSTUNREACH: Pair("there is no way to it", "没有到达该服务器的线路"),
    errno.EHOSTDOWN: Pair("it is down", "该服务器未运行"),
    errno.EACCES: Pair("this system does not allow it", "本机系统不允许"),
    errno.EPERM: Pair("this system does not allow it", "本机系统不允许"),
    errno.EMFILE: Pair("too many files are open here", "本机打开的文件过多"),
}
"""Error number to why a host cannot be reached or the connection broke off; others are in the system's words."""
CERTIFICATES = {
    9: Pair("it is not valid yet; check the date of this computer", "尚未生效；请检查本机日期"),
    10: Pair("it has expired; check the date of this computer", "已过期；请检查本机日期"),
    18: Pair("it is signed by itself", "属自签名证书"),
    19: Pair("nobody whom this system trusts has signed it", "签发者不受本机系统信任"),
    20: Pair("nobody whom this system trusts has signed it", "签发者不受本机系统信任"),
    21: Pair("nobody whom this system trusts has signed it", "签发者不受本机系统信任"),
    23: Pair("it was revoked", "已被吊销"),
    62: Pair("it was made for another host", "与该服务器域名不符"),
    64: Pair("it was made for another host", "与该服务器地址不符"),
}
"""Code of OpenSSL (`X509_V_ERR_...`) to what is wrong with a certificate; others are in the words of OpenSSL."""
_NO_TLS = Pair("it does not answer in TLS", "对方未使用加密协议")
"""What answers is another kind of server."""
_OLD = Pair("it only has outdated ways", "对方仅支持过时的加密方式")
"""This system does not accept the encryption that the host offers."""
TLS = {
    "WRONG_VERSION_NUMBER": _NO_TLS,
    "RECORD_LAYER_FAILURE": _NO_TLS,
    "PACKET_LENGTH_TOO_LONG": _NO_TLS,
    "UNEXPECTED_EOF_WHILE_READING": Pair("it closed the connection", "对方关闭了连接"),
    "UNSUPPORTED_PROTOCOL": _OLD,
    "DH_KEY_TOO_SMALL": _OLD,
    "UNSAFE_LEGACY_RENEGOTIATION_DISABLED": _OLD,
    "SSLV3_ALERT_HANDSHAKE_FAILURE": Pair("it refuses", "对方拒绝"),
    "TLSV1_UNRECOGNIZED_NAME": Pair("it does not know this name", "对方不认此域名"),
}
"""Name of an error of OpenSSL to why there is no secure connection; others are in the words of OpenSSL."""
