"""Form files that were looked over once and for all: a file with one of these hashes is not linted at each start.

A test lints every one of them. Whatever else stands in the folder, or was changed by one letter, is linted when it is
read; so nothing is ever taken on trust but the very bytes that were tried.
"""

LOOKED_OVER = frozenset(
    {
        "d6de62f11a6c93382e96da72624e1ef10f467221c8c0e22b82feea5cfe12c6f7",  # agreement-to-share 1.0.0
        "d1f1b44da9c31ad5ab3fc8f972a6501a473ebe56034bdddf00465f2fc5cebd0b",  # agreement-to-share 1.2.0
        "c595d15bb00b3a668c30023d7dc14240b401d13a7ef7cbc3a82ae0ed9a8f9906",  # agreement-to-start 1.0.0
        "ce3f509a8c7d99d54211c8e6f7276975d174e050a405e333d605d6c28eef468a",  # agreement-to-start 1.1.0
        "f8bc038994635fb60521db95ef494781811480e6385eef51f71ba83709489e95",  # agreement-to-start 1.2.0
        "2c0d9313e2ffeb13c0d20d68708fde1891e8046d8aba9fe41da8d853fe1f0081",  # agreement-to-start 1.4.0
        "a4e7cb07edbe4ed80d272605a5335dac4683a46bbe6fd8b68b59dfc7bd997281",  # caf-assessment 1.0.0
        "461c0a6de04b71efa00491b607035ad3ea99ce51d4d35361ad928c5a4abffcc7",  # caf-assessment 1.1.0
        "f668148ef316989e7616c4dfa3db745206f4bdd472f31d788b2ff7e20416c7d1",  # caf-assessment 1.2.0
        "80fe071d4b8fc44e6dc62c0ca3fef3dbdc494ea047676dbaaf63d5da6c55fc5a",  # caf-assessment 1.4.0
        "c2f3a620ad49a029ffb36d3f6c7485f5e7144ad2efc5d41b0417752e6d686253",  # caf-assessment 1.5.0
        "17d9a147cbe5ca918844479a1898b9d89ea96138ff824574feb9321d8d3e3794",  # checklist 1.0.0
        "88607ac14af915b74d8ddc72eb0c91aee09e7471cfd32f989332247a73ce9b77",  # checklist 1.1.0
        "68d1207afb866bf0272fcf3dcace1bacd9f1970ef6fdf80dd20bfd127b6ca3b9",  # checklist 1.2.0
    }
)
"""SHA-256 (hex) of each version of the program's own four forms."""
