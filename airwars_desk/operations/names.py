"""The names of operations: one list for log, history, undo menu and journal. Light to import."""

from airwars_desk.i18n import N_

#: operation id -> label, as shown in history and in "Undo: …"
OPERATIONS: dict[str, str] = {
    "new_casebook": N_("Make the casebook"),
    "add_person": N_("Add a person"),
    "change_role": N_("Change a person's role"),
    "add_terms": N_("Add terms"),
    "new_case": N_("New incident"),
    "save_case": N_("Edit the incident"),
    "delete_case": N_("Delete the incident"),
    "decide": N_("Decide"),
    "assess": N_("Assess"),
    "send_for_review": N_("Send for review"),
    "return_case": N_("Return with notes"),
    "hold_case": N_("Hold"),
    "attach": N_("Attach a file"),
    "detach": N_("Remove an attachment"),
    "edit_many": N_("Edit several incidents"),
    "save_tallies": N_("Edit strike tallies"),
    "save_claims": N_("Edit belligerents' claims"),
    "save_areas": N_("Edit areas"),
    "save_views": N_("Edit saved views"),
    "save_gaps": N_("Edit months not monitored"),
    "save_team": N_("Edit the casebook's rules"),
    "import": N_("Import"),
    "undo": N_("Undo"),
    "redo": N_("Redo"),
    "resolve": N_("Resolve a conflict"),
    "erase": N_("Erase values"),
}

#: operations that no undo takes back: who works in a casebook stays known
LASTING = ("new_casebook", "add_person", "change_role")
#: operations that supervisors alone do, undo and redo
SUPERVISED = ("save_team", "change_role", "erase")
